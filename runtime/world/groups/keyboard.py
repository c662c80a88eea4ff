"""The phone's soft keyboard."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Number

# 0: as high as that of the shown phone.
GROUP = Group("keyboard", 72, (WorldValue("keyboard.height", Number(0, 1000, "px", is_whole=True), 0),))
