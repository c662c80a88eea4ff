const cart = require('../../utils/cart')
const { find, PRODUCTS } = require('../../data/products')

const app = getApp()

Page({
  data: {
    product: null,
    count: 1,
  },

  onLoad(query) {
    const product = find(query.id) || PRODUCTS[0]
    this.setData({ product })
    wx.setNavigationBarTitle({ title: product.name })
  },

  onShareAppMessage() {
    const { product } = this.data
    return { title: product.name, path: `/pages/product/product?id=${product.id}` }
  },

  onCount(event) {
    this.setData({ count: event.detail.value })
  },

  add() {
    app.setCart(cart.added(app.cart, this.data.product.id, this.data.count))
    wx.showToast({ title: 'Added', icon: 'success' })
  },

  openCart() {
    wx.switchTab({ url: '/pages/cart/cart' })
  },
})
