"""wx.removeSavedFile, as it was before FileSystemManager."""

from __future__ import annotations

from runtime.api.families.file.method import method
from runtime.api.families.file.saved_files import remove_saved
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (method("removeSavedFile", remove_saved),)
