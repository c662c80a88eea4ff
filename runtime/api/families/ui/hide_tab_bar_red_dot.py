"""wx.hideTabBarRedDot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import index, tab_bar
from runtime.api.handler import Handler


def no_red_dot(call: Call) -> Mapping[str, Any]:
    """hideTabBarRedDot."""
    return {"redDot": {"index": index(call), "visible": False}}


HANDLERS: tuple[Handler, ...] = (tab_bar("hideTabBarRedDot", no_red_dot),)
