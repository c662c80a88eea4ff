"""wx.preloadSkylineView: pages of Skyline are drawn in frames like all others, the next one of which is ready."""

from __future__ import annotations

from runtime.api.families.open_api.fixed import fixed
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (fixed("preloadSkylineView"),)
