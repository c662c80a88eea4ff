App({
  globalData: {},

  onLaunch(options) {
    console.log('Launched with', options)
  },
})
