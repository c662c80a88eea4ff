"""wx.startCompass: five samples a second. Source: reference, wx.onCompassChange."""

from __future__ import annotations

from runtime.api.families.device.sampling import starts
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (starts("startCompass", "compass", 200),)
