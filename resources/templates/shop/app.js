const cart = require('./utils/cart')

App({
  onLaunch() {
    this.cart = cart.load()
  },

  /** Replaces the cart, keeps it, and shows its size on the tab bar. */
  setCart(lines) {
    this.cart = lines
    cart.save(lines)
    this.showBadge()
  },

  showBadge() {
    const count = cart.count(this.cart)
    // Pages without the tab bar cannot change it; it is brought up to date when a tab is shown.
    const fail = () => {}
    if (count) wx.setTabBarBadge({ index: 2, text: count > 99 ? '99+' : String(count), fail })
    else wx.removeTabBarBadge({ index: 2, fail })
  },
})
