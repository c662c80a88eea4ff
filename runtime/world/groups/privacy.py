"""The platform's question whether the user agrees to the program's privacy contract."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Flag, Text

GROUP = Group(
    "privacy",
    55,
    (
        WorldValue("privacy.isAgreed", Flag(), True),
        WorldValue("privacy.contractName", Text(), "《小程序隐私保护指引》"),
    ),
)
