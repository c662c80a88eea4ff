"""wx.showLoading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import shell
from runtime.api.handler import Handler


def loading(call: Call) -> Mapping[str, Any]:
    """showLoading."""
    return {"title": call.text("title"), "mask": call.flag("mask")}


HANDLERS: tuple[Handler, ...] = (shell("showLoading", "loading", loading),)
