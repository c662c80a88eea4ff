Page({
  data: {
    greeting: 'Hello',
    taps: 0,
  },

  onTap() {
    this.setData({ taps: this.data.taps + 1 })
  },
})
