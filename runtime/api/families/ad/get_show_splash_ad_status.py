"""wx.getShowSplashAdStatus: no ad is shown when a program starts."""

from __future__ import annotations

from runtime.api.families.open_api.fixed import fixed
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (fixed("getShowSplashAdStatus", status="unknown", code=-1),)
