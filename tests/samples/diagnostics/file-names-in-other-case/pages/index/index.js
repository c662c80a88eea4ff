require("./Part")
Page({})
