"""The chat that the program was opened from, and to which it may be bound."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Flag, Form, Number, Text

GROUP = Group(
    "chat",
    110,
    (
        # Empty: the program was not opened from a chat.
        WorldValue("chat.groupId", Text(), "tG-handset-test-group"),
        WorldValue("chat.groupName", Text(), "测试群"),
        # Source: reference, wx.getGroupEnterInfo: 1 and 2 are between two, 3 and 4 are groups.
        WorldValue("chat.type", Number(1, 4, is_whole=True), 3),
        WorldValue("chat.memberId", Text(), "g-handset-member-1"),
        WorldValue("chat.members", Form(list[str]), ["g-handset-member-1", "g-handset-member-2", "g-handset-member-3"]),
        WorldValue("chat.isPrivateMessageValid", Flag(), True),
    ),
)
