const { makeRows, swapped } = require('../../rows.js')

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
  swap() { this.setData({ rows: swapped(this.data.rows) }) },
  clear() { this.setData({ rows: [] }) },
  onTap(event) {
    const index = this.data.rows.findIndex((row) => row.id === event.currentTarget.dataset.id)
    this.setData({ ['rows[' + index + '].sel']: !this.data.rows[index].sel })
  },
  onDel() {},
})
