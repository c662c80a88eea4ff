"""wx.setPageStyle, in `runtime/js/logic/api/own_functions.js`. No page of the reference has it; programs keep the page
under an open sheet from scrolling by it.
"""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("setPageStyle")
