"""wx.startLocationUpdate: a sample each second. Assumed: as phones do while the program is seen."""

from __future__ import annotations

from runtime.api.families.device.sampling import starts
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (starts("startLocationUpdate", "location", 1000),)
