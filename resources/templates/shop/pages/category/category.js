const { CATEGORIES, PRODUCTS } = require('../../data/products')

Page({
  data: {
    groups: CATEGORIES.map((category) => ({
      ...category,
      products: PRODUCTS.filter((product) => product.category === category.id),
    })),
    chosen: CATEGORIES[0].id,
    target: '',
  },

  onShow() {
    getApp().showBadge()
  },

  choose(event) {
    const { id } = event.currentTarget.dataset
    this.setData({ chosen: id, target: `group-${id}` })
  },

  open(event) {
    wx.navigateTo({ url: `/pages/product/product?id=${event.currentTarget.dataset.id}` })
  },
})
