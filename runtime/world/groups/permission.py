"""What the phone's user allows the program, by scope."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Choice

SCOPES = (
    "scope.userInfo", "scope.userLocation", "scope.userFuzzyLocation", "scope.userLocationBackground",
    "scope.address", "scope.invoiceTitle", "scope.invoice", "scope.werun", "scope.record",
    "scope.writePhotosAlbum", "scope.camera", "scope.bluetooth", "scope.addPhoneContact", "scope.addPhoneCalendar",
)  # fmt: skip
DECISIONS = ("ask", "granted", "denied", "off")
"""`ask`: nobody has decided yet. `off`: the phone's system does not allow it to the app that the program runs in."""


def permission_of(scope: str) -> str:
    """The world value of a scope: `permission.camera` of `scope.camera`."""
    return f"permission.{scope.removeprefix('scope.')}"


GROUP = Group("permission", tuple(WorldValue(permission_of(scope), Choice(DECISIONS), "ask") for scope in SCOPES))
