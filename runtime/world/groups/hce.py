"""A reader that takes the phone for a card, once the program makes it one (HCE)."""

from __future__ import annotations

from typing import Annotated

import msgspec

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Flag, Form, Number
from runtime.world.radio.hexadecimal import HEX, Hex

MOST_ANSWERS = 100
LEFT_THE_FIELD, CHOSE_ANOTHER = 0, 1

GROUP = Group(
    "hce",
    82,
    (
        WorldValue("hce.isDefault", Flag(), True),
        # What the program has answered, the latest last.
        WorldValue(
            "hce.answers", Form(Annotated[list[Hex], msgspec.Meta(max_length=MOST_ANSWERS)]), [], ends_with_program=True
        ),
    ),
    events=(
        WorldEvent("hce.command", (), {"data": (HEX, "00a4040005f222222222")}),
        WorldEvent(
            "hce.leave",
            (),
            {"reason": (Number(0, 1, is_whole=True, only=(LEFT_THE_FIELD, CHOSE_ANOTHER)), LEFT_THE_FIELD)},
        ),
    ),
)
