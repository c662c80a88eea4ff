"""wx.setNavigationBarColor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.ui.shell import shell
from runtime.api.handler import Handler

FRONT_COLORS = ("#ffffff", "#000000")


def navigation_color(call: Call) -> Mapping[str, Any]:
    """setNavigationBarColor: the text is white or black, nothing else."""
    front = call.text("frontColor").lower()
    if front not in FRONT_COLORS:
        raise ApiFailure(f'invalid frontColor "{call.text("frontColor")}"')
    animation = call.members("animation")
    return {
        "color": front,
        "backgroundColor": call.text("backgroundColor"),
        "animation": {
            "duration": animation.get("duration", 0),
            "timingFunc": animation.get("timingFunc", "linear"),
        },
    }


HANDLERS: tuple[Handler, ...] = (shell("setNavigationBarColor", "setNavigationBar", navigation_color),)
