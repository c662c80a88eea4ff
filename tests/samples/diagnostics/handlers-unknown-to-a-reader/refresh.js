module.exports = page => Object.assign(page, { one() {} })
