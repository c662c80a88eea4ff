"""wx.redirectTo."""

from __future__ import annotations

from runtime.api.families.route.to_page import to_page
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (to_page("redirectTo"),)
