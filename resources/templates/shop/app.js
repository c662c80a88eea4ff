const cart = require('./utils/cart')

App({
  onLaunch() {
    this.cart = cart.load()
  },

  /** Replaces the cart and keeps it. */
  setCart(lines) {
    this.cart = lines
    cart.save(lines)
  },

  /** Shows the size of the cart on the tab bar; only pages that have the tab bar can do so. */
  showBadge() {
    const count = cart.count(this.cart)
    if (count) wx.setTabBarBadge({ index: 2, text: count > 99 ? '99+' : String(count) })
    else wx.removeTabBarBadge({ index: 2 })
  },
})
