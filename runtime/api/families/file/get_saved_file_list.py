"""wx.getSavedFileList, as it was before FileSystemManager."""

from __future__ import annotations

from runtime.api.families.file.method import method
from runtime.api.families.file.saved_files import saved_files
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (method("getSavedFileList", saved_files),)
