Page({})
wx.getAppBaseInfo()
wx.request({})
if (wx.getWindowInfo) wx.getWindowInfo()
