"""wx.saveVideoToPhotosAlbum."""

from __future__ import annotations

from runtime.api.families.media.album import save_to_album
from runtime.api.handler import Handler, in_host

HANDLERS: tuple[Handler, ...] = (in_host("saveVideoToPhotosAlbum", save_to_album, state="simulated"),)
