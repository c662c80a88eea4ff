"""What the app around the program does with it: translates its pages, opens it as half a screen, loads its parts,
copies its address, hands it what its developer has published."""

from __future__ import annotations

from typing import Any

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Choice, Form, Number, Text

CATEGORIES = ("default", "nativeFunctionalized", "browseOnly", "embedded", "chatTool")
HEIGHT = Number(0, 2000, "px", is_whole=True)

GROUP = Group(
    "host_app",
    160,
    # By name; what wx.getCommonConfig finds.
    (WorldValue("config.published", Form(dict[str, Any]), {}),),
    events=(
        WorldEvent("translation.begins", ("translationOn",), {"locale": (Text(), "en"), "type": (Text(), "translate")}),
        WorldEvent("translation.ends", ("translationOff",)),
        WorldEvent(
            "embedded.heightChange", ("embeddedHeight",), {"height": (HEIGHT, 600), "initialHeight": (HEIGHT, 500)}
        ),
        WorldEvent(
            "lazyLoad.fails", ("lazyLoadError",), {"type": (Text(), "subpackage"), "subpackage": (Form(list[str]), [])}
        ),
        WorldEvent("apiCategory.changes", ("apiCategory",), {"apiCategory": (Choice(CATEGORIES), "embedded")}),
    ),
)
