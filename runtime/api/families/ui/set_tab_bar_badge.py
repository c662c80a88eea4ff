"""wx.setTabBarBadge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import index, tab_bar
from runtime.api.handler import Handler


def badge(call: Call) -> Mapping[str, Any]:
    """setTabBarBadge; a long text becomes an ellipsis on the screen."""
    return {"badge": {"index": index(call), "text": call.text("text")}}


HANDLERS: tuple[Handler, ...] = (tab_bar("setTabBarBadge", badge),)
