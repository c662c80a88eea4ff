Page({
  data: { log: [] },

  onLoad() {
    const note = (...words) => this.setData({ log: [...this.data.log, words.join(' ')] });
    wx.checkSession({ fail: () => wx.login({ success: ({ code }) => note('login', code ? 'with code' : 'without') }) });
    wx.onNetworkWeakChange(({ weakNet }) => {
      note('network', weakNet ? 'weak' : 'good');
      if (weakNet) wx.request({ url: 'http://127.0.0.1:9/news', fail: ({ errMsg }) => note(errMsg) });
    });
    wx.onAudioInterruptionBegin(() => note('call', 'begins'));
    wx.onAudioInterruptionEnd(() => note('call', 'ends'));
    wx.onBatteryInfoChange(({ isLowPowerModeEnabled }) => {
      note('battery', wx.getBatteryInfoSync().level, isLowPowerModeEnabled ? 'low' : 'fine');
    });
    wx.onLocationChange(({ latitude }) => note('place', latitude.toFixed(3)));
    wx.startLocationUpdate({ success: () => note('on the way') });
  },
});
