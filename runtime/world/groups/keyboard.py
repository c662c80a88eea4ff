"""The phone's soft keyboard, and the keys of a computer's."""

from __future__ import annotations

from typing import Any

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Choice, Kind, Number, Text

_HELD = Choice(("", "true"))
"""Source: reference, wx.onKeyDown: a text. Nothing stands for a key that is not held, as programs ask whether it is."""
_KEY: dict[str, tuple[Kind, Any]] = {
    "key": (Text(), "Enter"), "code": (Text(), "Enter"), "altKey": (_HELD, ""), "shiftKey": (_HELD, ""),
    "timeStamp": (Number(0, 1e15, "ms"), 0),
}  # fmt: skip

GROUP = Group(
    "keyboard",
    72,
    # 0: as high as that of the shown phone.
    (WorldValue("keyboard.height", Number(0, 1000, "px", is_whole=True), 0),),
    (WorldEvent("keyboard.down", ("keyDown",), _KEY), WorldEvent("keyboard.up", ("keyUp",), _KEY)),
)
