const app = getApp()

Page({
  data: {
    nickname: 'Guest',
    orders: [
      { key: 'pay', name: 'To pay', count: 1 },
      { key: 'send', name: 'On the way', count: 2 },
      { key: 'rate', name: 'To rate', count: 0 },
      { key: 'back', name: 'Returns', count: 0 },
    ],
    entries: [
      { key: 'address', name: 'Addresses' },
      { key: 'coupons', name: 'Coupons' },
      { key: 'help', name: 'Help' },
    ],
    hasNews: true,
  },

  onShow() {
    app.showBadge()
    const nickname = wx.getStorageSync('nickname')
    if (nickname) this.setData({ nickname })
  },

  onNickname(event) {
    const nickname = event.detail.value.trim() || 'Guest'
    this.setData({ nickname })
    wx.setStorageSync('nickname', nickname)
  },

  onNews(event) {
    this.setData({ hasNews: event.detail.value })
  },

  open(event) {
    wx.showToast({ title: event.currentTarget.dataset.name, icon: 'none' })
  },

  emptyCart() {
    app.setCart([])
    app.showBadge()
    wx.showToast({ title: 'Emptied', icon: 'success' })
  },
})
