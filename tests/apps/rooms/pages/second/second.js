Page({
  data: { shows: 0, note: '' },

  onShow() {
    this.setData({ shows: this.data.shows + 1 })
  },

  write(event) {
    this.setData({ note: event.detail.value })
  },
})
