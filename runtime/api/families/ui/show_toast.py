"""wx.showToast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import shell
from runtime.api.handler import Handler

TOAST_MS = 1500


def toast(call: Call) -> Mapping[str, Any]:
    """showToast. A picture takes the place of the icon."""
    return {
        "title": call.text("title"),
        "icon": call.text("icon", "success"),
        "image": call.text("image"),
        "duration": call.number("duration", TOAST_MS),
        "mask": call.flag("mask"),
    }


HANDLERS: tuple[Handler, ...] = (shell("showToast", "toast", toast),)
