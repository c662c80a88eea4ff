"""wx.closeSocket: of the socket that was connected last, in `runtime/js/logic/api/sockets.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("closeSocket")
