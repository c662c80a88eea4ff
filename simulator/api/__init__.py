"""The host's part of the wx.* APIs: calls in, answers out, and the ports with which they reach the computer."""
