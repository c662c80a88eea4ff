"""wx.setBackgroundTextStyle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.ui.shell import shell
from runtime.api.handler import Handler


def background_text_style(call: Call) -> Mapping[str, Any]:
    """setBackgroundTextStyle: the dots of the pull-down refresh."""
    return {"backgroundTextStyle": call.text("textStyle")}


HANDLERS: tuple[Handler, ...] = (shell("setBackgroundTextStyle", "setBackground", background_text_style),)
