/** Rows of the measured pages, the same at each call, and what is done with them. */
function makeRows(from, count) {
  const rows = []
  for (let i = from; i < from + count; i++) {
    rows.push({ id: i + 1, label: 'row ' + (i + 1) + ' ' + ((i * 7919) % 9973), hot: i % 3 === 0, sel: i % 17 === 0 })
  }
  return rows
}

function swapped(rows) {
  const copy = rows.slice()
  const last = copy.length - 2
  const second = copy[1]
  copy[1] = copy[last]
  copy[last] = second
  return copy
}

module.exports = { makeRows, swapped }
