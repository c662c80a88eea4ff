"""wx.startAccelerometer: samples of the world."""

from __future__ import annotations

from runtime.api.families.device.sampling import starts
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (starts("startAccelerometer", "accelerometer"),)
