"""wx.showTabBarRedDot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import index, tab_bar
from runtime.api.handler import Handler


def red_dot(call: Call) -> Mapping[str, Any]:
    """showTabBarRedDot."""
    return {"redDot": {"index": index(call), "visible": True}}


HANDLERS: tuple[Handler, ...] = (tab_bar("showTabBarRedDot", red_dot),)
