require("lodash")
Page({})
