"""wx.setTabBarStyle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import tab_bar
from runtime.api.handler import Handler


def tab_bar_style(call: Call) -> Mapping[str, Any]:
    """setTabBarStyle: only the given members change."""
    names = ("color", "selectedColor", "backgroundColor", "borderStyle")
    return {"style": {name: call.text(name) for name in names if name in call.args}}


HANDLERS: tuple[Handler, ...] = (tab_bar("setTabBarStyle", tab_bar_style),)
