"""How good the network is that the simulated phone has, as the user has chosen it; and what is kept from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ConditionsName = Literal["online", "fast-3g", "slow-3g", "offline"]


@dataclass(frozen=True, slots=True)
class Speed:
    """Every exchange begins so much later, and brings no more than so many bytes a second (0: as many as come)."""

    latency_ms: int = 0
    bytes_per_s: int = 0
    is_offline: bool = False


SPEEDS: dict[ConditionsName, Speed] = {
    "online": Speed(),
    # As Chromium's developer tools have them.
    "fast-3g": Speed(562, 180_000),
    "slow-3g": Speed(2_000, 50_000),
    "offline": Speed(is_offline=True),
}


@dataclass(slots=True)
class Conditions:
    """Of one program; whoever shows the network changes them."""

    name: ConditionsName = "online"
    blocked: tuple[str, ...] = ()

    @property
    def now(self) -> Speed:
        """As chosen."""
        return SPEEDS[self.name]

    def block(self, patterns: Sequence[str]) -> None:
        """From now on addresses that match a pattern are out of reach: a part of the address, `*` for any text."""
        self.blocked = tuple(patterns)

    def may_ask(self, url: str) -> bool:
        """Whether the phone's view may ask the web for this."""
        return not (self.now.is_offline or self.is_blocked(url))

    def is_blocked(self, url: str) -> bool:
        """Whether an address is out of reach."""
        return any(_matches(pattern, url) for pattern in self.blocked if pattern)


def _matches(pattern: str, url: str) -> bool:
    place = 0
    for part in pattern.split("*"):
        found = url.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True
