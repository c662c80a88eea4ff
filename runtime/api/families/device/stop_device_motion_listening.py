"""wx.stopDeviceMotionListening."""

from __future__ import annotations

from runtime.api.families.device.sampling import stops
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (stops("stopDeviceMotionListening", "deviceMotion"),)
