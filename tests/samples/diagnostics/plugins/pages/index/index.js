requirePlugin("some-plugin")
Page({})
