"""The call that a program joins (`wx.joinVoIPChat`): who else is in it, who speaks, whose picture is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.world.declared import Group, Values, WorldEvent, WorldValue
from runtime.world.kinds import Flag, Form, Number

OTHERS = ["o-handset-member-1", "o-handset-member-2"]


def members(values: Values) -> list[str]:
    """All in the call, the user first; nobody as long as the program has not joined."""
    return [values["user.openId"], *values["voip.members"]] if values["voip.isJoined"] else []


def _told(values: Values, who: list[str]) -> Mapping[str, Any]:
    return {"openIdList": who if values["voip.isJoined"] else [], "errCode": 0}


GROUP = Group(
    "voip",
    76,
    (
        # The program has called joinVoIPChat.
        WorldValue(
            "voip.isJoined", Flag(), False, ("voipMembers", "voipSpeakers", "voipVideoMembers"), ends_with_program=True
        ),
        # Without the user.
        WorldValue("voip.members", Form(list[str]), OTHERS, ("voipMembers",)),
        WorldValue("voip.speakers", Form(list[str]), [], ("voipSpeakers",)),
        WorldValue("voip.videoMembers", Form(list[str]), OTHERS[:1], ("voipVideoMembers",)),
        # What the program has switched off.
        WorldValue("voip.isMicrophoneMuted", Flag(), False, ends_with_program=True),
        WorldValue("voip.isEarphoneMuted", Flag(), False, ends_with_program=True),
    ),
    events=(
        WorldEvent("voip.breaks", ("voipInterrupted",), {"errCode": (Number(-10_000, 10_000, is_whole=True), -1)}),
        # Of a call between two.
        WorldEvent(
            "voip.changes",
            ("voipState",),
            {
                "code": (Number(0, 10_000, is_whole=True), 0),
                "errCode": (Number(-10_000, 10_000, is_whole=True), 0),
                "data": (Form(dict[str, Any]), {}),
            },
        ),
    ),
    payloads={
        "voipMembers": lambda values: _told(values, members(values)),
        "voipSpeakers": lambda values: _told(values, values["voip.speakers"]),
        "voipVideoMembers": lambda values: _told(values, values["voip.videoMembers"]),
    },
)
