"""wx.startLocationUpdateBackground: the same as in the foreground."""

from __future__ import annotations

from runtime.api.families.device.sampling import starts
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (starts("startLocationUpdateBackground", "location", 1000),)
