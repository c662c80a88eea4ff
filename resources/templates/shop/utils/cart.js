/** The cart: lines {id, count, chosen}, kept in storage. Every function gives a new list. */

const KEY = 'cart'

function load() {
  return wx.getStorageSync(KEY) || []
}

function save(lines) {
  wx.setStorage({ key: KEY, data: lines })
}

function added(lines, id, count) {
  if (!lines.some((line) => line.id === id)) return [...lines, { id, count, chosen: true }]
  return lines.map((line) => (line.id === id ? { ...line, count: line.count + count } : line))
}

function withCount(lines, id, count) {
  return lines.map((line) => (line.id === id ? { ...line, count } : line))
}

function without(lines, id) {
  return lines.filter((line) => line.id !== id)
}

function toggled(lines, id) {
  return lines.map((line) => (line.id === id ? { ...line, chosen: !line.chosen } : line))
}

function withAllChosen(lines, chosen) {
  return lines.map((line) => ({ ...line, chosen }))
}

function count(lines) {
  return lines.reduce((sum, line) => sum + line.count, 0)
}

module.exports = { load, save, added, withCount, without, toggled, withAllChosen, count }
