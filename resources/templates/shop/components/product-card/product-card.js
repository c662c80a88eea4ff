const app = getApp()
const cart = require('../../utils/cart')

Component({
  properties: {
    product: { type: Object, value: {} },
  },

  methods: {
    open() {
      wx.navigateTo({ url: `/pages/product/product?id=${this.data.product.id}` })
    },

    add() {
      app.setCart(cart.added(app.cart, this.data.product.id, 1))
      app.showBadge()
      wx.showToast({ title: 'Added', icon: 'success', duration: 800 })
    },
  },
})
