const { PRODUCTS, BANNERS, find } = require('../../data/products')

Page({
  data: {
    banners: BANNERS.map((banner) => ({ ...banner, image: find(banner.id).image })),
    products: PRODUCTS,
    wanted: '',
  },

  onShow() {
    getApp().showBadge()
  },

  onPullDownRefresh() {
    this.setData({ products: [...this.data.products].reverse() }, () => wx.stopPullDownRefresh())
  },

  onSearch(event) {
    const wanted = event.detail.value
    const products = PRODUCTS.filter((product) => product.name.toLowerCase().includes(wanted.trim().toLowerCase()))
    this.setData({ wanted, products })
  },

  openBanner(event) {
    wx.navigateTo({ url: `/pages/product/product?id=${event.currentTarget.dataset.id}` })
  },
})
