function makeRows(from, count) {
  const rows = []
  for (let i = from; i < from + count; i++) {
    rows.push({ id: i + 1, label: 'row ' + (i + 1) + ' ' + ((i * 7919) % 9973), hot: i % 3 === 0, sel: i % 17 === 0 })
  }
  return rows
}

Page({
  data: { rows: [] },
  round: 0,
  create(count) { this.setData({ rows: makeRows(0, count) }) },
  update() {
    const changes = {}
    const round = this.round++
    for (let i = 0; i < this.data.rows.length; i += 10) changes['rows[' + i + '].label'] = 'upd' + round + ' ' + i
    this.setData(changes)
  },
  append() { this.setData({ rows: this.data.rows.concat(makeRows(this.data.rows.length, 100)) }) },
  swap() {
    const rows = this.data.rows.slice()
    const last = rows.length - 2
    const second = rows[1]
    rows[1] = rows[last]
    rows[last] = second
    this.setData({ rows })
  },
  clear() { this.setData({ rows: [] }) },
  onTap(event) {
    const index = this.data.rows.findIndex((row) => row.id === event.currentTarget.dataset.id)
    this.setData({ ['rows[' + index + '].sel']: !this.data.rows[index].sel })
  },
  onDel() {},
})
