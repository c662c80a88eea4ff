"""wx.setNavigationBarTitle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import shell
from runtime.api.handler import Handler


def navigation_title(call: Call) -> Mapping[str, Any]:
    """setNavigationBarTitle."""
    return {"title": call.text("title")}


HANDLERS: tuple[Handler, ...] = (shell("setNavigationBarTitle", "setNavigationBar", navigation_title),)
