"""Whether there is an ad, and the program's official account, for those who want to show one."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Choice, Number

NO_ERROR = "none"
# Source: reference, errCode of ads: 1000 to 1003 faults, 1004 no suitable one, 1005 to 1008 the unit is not allowed.
ERRORS = tuple(str(code) for code in range(1000, 1009))

GROUP = Group(
    "ad",
    140,
    (
        WorldValue("ad.error", Choice((NO_ERROR, *ERRORS)), NO_ERROR),
        # Source: reference, official-account: 0 is shown, -2 no network, -1 no data, 1 to 6 refused.
        WorldValue("officialAccount.status", Number(-2, 6, is_whole=True), 0),
    ),
)
