"""wx.openChatTool: a dialog stands for the chat that is chosen; the program goes on where it is."""

from __future__ import annotations

from runtime.api.families.open_api.elsewhere import leads_to
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (leads_to("openChatTool", "选择聊天", "url"),)
