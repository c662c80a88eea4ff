module.exports = Behavior({ methods: { shared() {} } })
