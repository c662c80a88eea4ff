"""wx.enterChatToolMode: a dialog stands for the mode; the program goes on where it is."""

from __future__ import annotations

from runtime.api.families.open_api.elsewhere import leads_to
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (leads_to("enterChatToolMode", "聊天工具模式"),)
