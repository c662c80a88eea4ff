const { timing, runOnUI } = wx.worklet

Page({
  data: { said: '' },
  onLoad() {
    this.context = wx.router.getRouteContext(this)
    this.setData({ said: String(this.context && this.context.primaryAnimation.value) })
  },
  close() {
    const { primaryAnimation, startUserGesture, stopUserGesture, didPop } = this.context
    runOnUI(() => {
      'worklet'
      startUserGesture()
      primaryAnimation.value = timing(0, { duration: 50 }, () => {
        'worklet'
        stopUserGesture()
        didPop()
      })
    })()
  },
})
