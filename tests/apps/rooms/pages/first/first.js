const rowsFrom = (start, count) => Array.from({ length: count }, (_, index) => start + index)

Page({
  data: { said: '', fruits: ['apple', 'pear', 'plum'], fruit: 0, rows: rowsFrom(0, 20), pulled: 0, top: 0, boxTop: 0 },

  onShow() {
    getApp().globalData.shows += 1
  },

  onPullDownRefresh() {
    this.setData({ pulled: this.data.pulled + 1, rows: rowsFrom(100, 20) }, () => wx.stopPullDownRefresh())
  },

  onReachBottom() {
    this.setData({ rows: this.data.rows.concat(rowsFrom(this.data.rows.length, 10)) })
  },

  onPageScroll({ scrollTop }) {
    this.data.top = scrollTop
  },

  boxScrolled(event) {
    this.data.boxTop = event.detail.scrollTop
  },

  open() {
    wx.navigateTo({ url: '/pages/detail/detail?room=7' })
  },

  ask() {
    wx.showModal({
      title: 'Question',
      content: 'Really?',
      success: (answer) => this.setData({ said: answer.confirm ? 'yes' : 'no' }),
    })
  },

  choose() {
    wx.showActionSheet({
      itemList: ['one', 'two', 'three'],
      success: ({ tapIndex }) => this.setData({ said: `item ${tapIndex}` }),
      fail: ({ errMsg }) => this.setData({ said: errMsg }),
    })
  },

  tapped() {
    this.setData({ said: 'tapped' })
  },

  held() {
    this.setData({ said: 'held' })
  },

  picked(event) {
    this.setData({ fruit: event.detail.value })
  },
})
