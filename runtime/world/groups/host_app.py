"""What the app around the program does with it: translates its pages, opens it as half a screen, loads its parts."""

from __future__ import annotations

from runtime.world.declared import Group, WorldEvent
from runtime.world.kinds import Form, Number, Text

HEIGHT = Number(0, 2000, "px", is_whole=True)

GROUP = Group(
    "host_app",
    160,
    events=(
        WorldEvent("translation.begins", ("translationOn",), {"locale": (Text(), "en"), "type": (Text(), "translate")}),
        WorldEvent("translation.ends", ("translationOff",)),
        WorldEvent(
            "embedded.heightChange", ("embeddedHeight",), {"height": (HEIGHT, 600), "initialHeight": (HEIGHT, 500)}
        ),
        WorldEvent(
            "lazyLoad.fails", ("lazyLoadError",), {"type": (Text(), "subpackage"), "subpackage": (Form(list[str]), [])}
        ),
    ),
)
