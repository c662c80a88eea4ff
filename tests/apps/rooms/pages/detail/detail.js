Page({
  data: { room: '' },

  onLoad(query) {
    this.setData({ room: query.room })
  },

  back() {
    wx.navigateBack()
  },

  replace() {
    wx.redirectTo({ url: 'detail?room=8' })
  },
})
