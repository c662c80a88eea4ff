"""wx.preloadWebview: the frame of the next page is always ready."""

from __future__ import annotations

from runtime.api.families.open_api.fixed import fixed
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (fixed("preloadWebview"),)
