"""wx.cloud."""
