const { shared, timing, derived, runOnUI, runOnJS, Easing } = wx.worklet

const State = { BEGIN: 1, ACTIVE: 2, END: 3, CANCELLED: 4 }

wx.router.addRouteBuilder('half', ({ primaryAnimation }) => {
  const curve = Easing.out(Easing.quad)
  return {
    opaque: false,
    barrierColor: '#00000080',
    barrierDismissible: true,
    transitionDuration: 60,
    reverseTransitionDuration: 60,
    handlePrimaryAnimation: () => {
      'worklet'
      const t = curve(primaryAnimation.value)
      return { top: '50%', height: '50%', transform: `translateY(${(1 - t) * 100}%)` }
    },
    handlePreviousPageAnimation: () => {
      'worklet'
      return { transform: `scale(${1 - 0.1 * primaryAnimation.value})` }
    },
  }
})

Page({
  data: { out: '' },
  onLoad() {
    this.x = shared(0)
    this.panX = shared(0)
    this.sheetY = shared(0)
    this.scrollTop = shared(0)
    this.isSheetMoving = shared(false)
    this.half = derived(() => {
      'worklet'
      return this.x.value / 2
    })
    this.applyAnimatedStyle('.box', () => {
      'worklet'
      return { transform: `translateX(${this.x.value}px)`, width: `${60 + this.half.value}px` }
    })
    this.applyAnimatedStyle('#pan', () => {
      'worklet'
      return { transform: `translateX(${this.panX.value}px)` }
    })
    this.applyAnimatedStyle('.panel', () => {
      'worklet'
      return { transform: `translateY(${this.sheetY.value}px)` }
    })
  },
  go() {
    this.x.value = timing(100, { duration: 80, easing: Easing.bezier(0.25, 0.1, 0.25, 1) }, (finished) => {
      'worklet'
      runOnJS(this.arrived.bind(this))(finished, this.x.value)
    })
  },
  arrived(finished, x) {
    this.setData({ out: `${finished} ${x} ${this.half.value}` })
  },
  handlePan(event) {
    'worklet'
    if (event.state === State.BEGIN) this.states = []
    if (event.state > 0) this.states.push(event.state)
    if (event.state === State.ACTIVE) this.panX.value += event.deltaX
    if (event.state === State.END) runOnJS(this.panned.bind(this))(this.states, event.velocityX)
  },
  panned(states, velocity) {
    this.setData({ out: `${states[0]} ${states.at(-1)} ${states.includes(2)} ${this.panX.value}` })
  },
  scrolled(event) {
    'worklet'
    this.scrollTop.value = event.detail.scrollTop
  },
  sheetAnswers() {
    'worklet'
    return this.isSheetMoving.value
  },
  listAnswers(event) {
    'worklet'
    this.isSheetMoving.value = this.sheetY.value > 0 || (this.scrollTop.value <= 0 && event.deltaY > 0)
    return !this.isSheetMoving.value
  },
  moveSheet(event) {
    'worklet'
    if (event.state === State.ACTIVE) this.sheetY.value = Math.max(0, this.sheetY.value + event.deltaY)
  },
  open() {
    wx.navigateTo({ url: '/pages/sheet/sheet', routeType: 'half' })
  },
  preset() {
    wx.navigateTo({ url: '/pages/sheet/sheet', routeType: 'wx://bottom-sheet', routeOptions: { height: 40 } })
  },
  loop() {
    runOnUI(() => {
      'worklet'
      for (;;) this.x.value += 1
    })()
  },
})
