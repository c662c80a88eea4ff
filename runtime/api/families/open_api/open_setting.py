"""wx.openSetting: answers like getSetting; the settings page is not shown."""

from __future__ import annotations

from runtime.api.families.open_api.get_setting import get_setting
from runtime.api.handler import Handler, in_host

HANDLERS: tuple[Handler, ...] = (in_host("openSetting", get_setting, state="simulated"),)
