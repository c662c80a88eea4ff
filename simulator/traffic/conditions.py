"""How good the network is that the simulated phone has, as its world says; and what the user keeps out of its reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from runtime.world.world import World

ConditionsName = Literal["online", "fast-3g", "slow-3g", "offline", "custom"]
"""`custom`: the world says something else than the usual ones."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Every exchange begins so much later, and brings no more than so many bytes a second (0: as many as come); of a
    hundred, `loss_percent` never come to an end."""

    latency_ms: int = 0
    bytes_per_s: int = 0
    is_offline: bool = False
    loss_percent: float = 0


_USUAL: Mapping[ConditionsName, Mapping[str, Any]] = MappingProxyType({
    "online": {"network.type": "wifi", "network.latency": 0, "network.rate": 0, "network.loss": 0},
    # As Chromium's developer tools have them.
    "fast-3g": {"network.type": "3g", "network.latency": 562, "network.rate": 180, "network.loss": 0},
    "slow-3g": {"network.type": "3g", "network.latency": 2_000, "network.rate": 50, "network.loss": 0},
    "offline": {"network.type": "none"},
})  # fmt: skip


class Conditions:
    """Of one program; whoever shows the network changes them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.blocked: tuple[str, ...] = ()

    @property
    def name(self) -> ConditionsName:
        """The usual conditions that are like the present ones; `network.type` does not matter while there is any."""
        state = self._world.state
        if state["network.type"] == "none":
            return "offline"
        return next((name for name, values in _USUAL.items() if _is_like(state, values)), "custom")

    def become(self, name: ConditionsName) -> None:
        """From now on the network is like that."""
        if name in _USUAL:
            self._world.set_all(_USUAL[name], "panel")

    @property
    def now(self) -> Speed:
        """As the world says."""
        network = self._world.members("network")
        rate = round(network["rate"] * 1000)
        return Speed(network["latency"], rate, network["type"] == "none", network["loss"])

    def block(self, patterns: Sequence[str]) -> None:
        """From now on addresses that match a pattern are out of reach: a part of the address, `*` for any text."""
        self.blocked = tuple(patterns)

    def may_ask(self, url: str) -> bool:
        """Whether the phone's view may ask the web for this."""
        return not (self.now.is_offline or self.is_blocked(url))

    def is_blocked(self, url: str) -> bool:
        """Whether an address is out of reach."""
        return any(_matches(pattern, url) for pattern in self.blocked if pattern)


def _is_like(state: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    return "network.rate" in values and all(state[one] == values[one] for one in values if one != "network.type")


def _matches(pattern: str, url: str) -> bool:
    place = 0
    for part in pattern.split("*"):
        found = url.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True
