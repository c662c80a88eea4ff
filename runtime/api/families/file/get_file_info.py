"""wx.getFileInfo, as it was before FileSystemManager."""

from __future__ import annotations

from runtime.api.families.file.method import method
from runtime.api.families.file.saved_files import file_info
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (method("getFileInfo", file_info),)
