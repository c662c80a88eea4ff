"""Storage: what the program has put into wx.setStorage, to be looked at and edited (see `panel`)."""
