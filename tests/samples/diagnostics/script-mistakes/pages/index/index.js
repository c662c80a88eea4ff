require("./missing")
require("lodash")
Page({})
