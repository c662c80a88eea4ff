App({})
wx.ours = () => 1
