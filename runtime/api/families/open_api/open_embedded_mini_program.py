"""wx.openEmbeddedMiniProgram: a dialog stands for the other program, as with wx.navigateToMiniProgram."""

from __future__ import annotations

from runtime.api.families.open_api.elsewhere import leads_to
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (leads_to("openEmbeddedMiniProgram", "即将以半屏打开小程序", "appId", "path"),)
