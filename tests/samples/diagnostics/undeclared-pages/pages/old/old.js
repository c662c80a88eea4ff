const a = 1
Page({})
