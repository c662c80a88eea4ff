"""wx.addFileToFavorites: a dialog stands for whoever gets the file."""

from __future__ import annotations

from runtime.api.families.open_api.handing_over import hands_over
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (hands_over("addFileToFavorites", "filePath", "收藏文件", "收藏"),)
