"""wx.hideToast."""

from __future__ import annotations

from runtime.api.families.ui.hiding import hiding
from runtime.api.families.ui.shell import shell
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (shell("hideToast", "hideToast", hiding),)
