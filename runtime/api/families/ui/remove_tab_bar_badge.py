"""wx.removeTabBarBadge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import index, tab_bar
from runtime.api.handler import Handler


def no_badge(call: Call) -> Mapping[str, Any]:
    """removeTabBarBadge."""
    return {"badge": {"index": index(call), "text": ""}}


HANDLERS: tuple[Handler, ...] = (tab_bar("removeTabBarBadge", no_badge),)
