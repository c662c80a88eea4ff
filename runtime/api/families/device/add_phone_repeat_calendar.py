"""wx.addPhoneRepeatCalendar."""

from __future__ import annotations

from runtime.api.families.device.calendar import adds
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (adds("addPhoneRepeatCalendar"),)
