"""The wx.* registry and its handlers, one module per family."""
