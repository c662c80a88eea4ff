const cart = require('../../utils/cart')
const { find } = require('../../data/products')

const app = getApp()

Page({
  data: {
    lines: [],
    total: 0,
    chosenCount: 0,
    isAllChosen: false,
  },

  onShow() {
    this.show()
  },

  onCount(event) {
    this.change(cart.withCount(app.cart, event.currentTarget.dataset.id, event.detail.value))
  },

  toggle(event) {
    this.change(cart.toggled(app.cart, event.currentTarget.dataset.id))
  },

  toggleAll() {
    this.change(cart.withAllChosen(app.cart, !this.data.isAllChosen))
  },

  remove(event) {
    const { id } = event.currentTarget.dataset
    wx.showActionSheet({
      itemList: ['Remove from the cart'],
      itemColor: '#c2562d',
      success: () => this.change(cart.without(app.cart, id)),
      fail: () => {},
    })
  },

  pay() {
    if (!this.data.chosenCount) {
      wx.showToast({ title: 'Nothing is chosen', icon: 'none' })
      return
    }
    wx.showModal({
      title: 'Order',
      content: `Pay ¥${(this.data.total / 100).toFixed(2)}?`,
      confirmText: 'Pay',
      cancelText: 'Later',
      success: ({ confirm }) => {
        if (!confirm) return
        this.change(app.cart.filter((line) => !line.chosen))
        wx.showToast({ title: 'Thank you', icon: 'success' })
      },
    })
  },

  browse() {
    wx.switchTab({ url: '/pages/home/home' })
  },

  change(lines) {
    app.setCart(lines)
    this.show()
  },

  show() {
    app.showBadge()
    const lines = app.cart.map((line) => ({ ...line, product: find(line.id) }))
    const chosen = lines.filter((line) => line.chosen)
    this.setData({
      lines,
      total: chosen.reduce((sum, line) => sum + line.product.price * line.count, 0),
      chosenCount: cart.count(chosen),
      isAllChosen: lines.length > 0 && chosen.length === lines.length,
    })
  },
})
