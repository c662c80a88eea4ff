require("/util")
require("/lib/a")
require("../../util")
Page({})
