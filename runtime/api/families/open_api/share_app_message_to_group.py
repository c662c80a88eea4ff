"""wx.shareAppMessageToGroup: a dialog stands for the chat that gets the card."""

from __future__ import annotations

from runtime.api.families.open_api.elsewhere import leads_to
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (leads_to("shareAppMessageToGroup", "发送到聊天", "title", "path"),)
