"""The protocol of `miniprogram-automator` and `minium`: a WebSocket on loopback for each client, JSON both ways.

`server` opens the port, `session` is one client's conversation, the files `*_methods` say what each method means.
"""
