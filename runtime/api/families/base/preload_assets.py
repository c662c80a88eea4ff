"""wx.preloadAssets: files are on the disk already, nothing has to be warmed."""

from __future__ import annotations

from runtime.api.families.open_api.fixed import fixed
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (fixed("preloadAssets"),)
