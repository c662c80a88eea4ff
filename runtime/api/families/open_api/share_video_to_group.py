"""wx.shareVideoToGroup: a dialog stands for whoever gets the file."""

from __future__ import annotations

from runtime.api.families.open_api.handing_over import hands_over
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (hands_over("shareVideoToGroup", "videoPath", "发送视频到聊天"),)
