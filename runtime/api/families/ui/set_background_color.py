"""wx.setBackgroundColor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import shell
from runtime.api.handler import Handler


def background_color(call: Call) -> Mapping[str, Any]:
    """setBackgroundColor: of the window behind the page, and above and below it. Only the given members change."""
    names = ("backgroundColor", "backgroundColorTop", "backgroundColorBottom")
    return {name: call.text(name) for name in names if name in call.args}


HANDLERS: tuple[Handler, ...] = (shell("setBackgroundColor", "setBackground", background_color),)
