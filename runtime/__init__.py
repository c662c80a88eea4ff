"""What a mini program means: project model, compiler, messages, wx.* API. No Qt, no sockets, no threads."""
