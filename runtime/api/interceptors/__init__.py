"""What may step in between a call of wx.* and its handler, one file each."""
