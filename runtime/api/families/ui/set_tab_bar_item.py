"""wx.setTabBarItem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import index, tab_bar
from runtime.api.handler import Handler


def tab_bar_item(call: Call) -> Mapping[str, Any]:
    """setTabBarItem: only the given members change."""
    names = ("text", "iconPath", "selectedIconPath")
    return {"item": {"index": index(call), **{name: call.text(name) for name in names if name in call.args}}}


HANDLERS: tuple[Handler, ...] = (tab_bar("setTabBarItem", tab_bar_item),)
