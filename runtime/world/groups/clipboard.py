"""The clipboard: the desk's own, or one that is played, so that a run leaves the desk's alone."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Flag, Text

GROUP = Group(
    "clipboard",
    74,
    (WorldValue("clipboard.isShared", Flag(), True), WorldValue("clipboard.text", Text(), "")),
)
