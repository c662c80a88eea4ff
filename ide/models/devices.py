"""The phones that a program can be shown on, as the window lists and edits them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from simulator.device.own_devices import OwnDevice

Family = Literal["ios", "android", "tablet", "own"]
FAMILIES: tuple[Family, ...] = ("ios", "android", "tablet", "own")


@dataclass(frozen=True, slots=True)
class ListedDevice:
    """One phone in the list, held upright; sizes in CSS pixels."""

    name: str
    family: Family
    width: int
    height: int
    pixel_ratio: float

    @property
    def size(self) -> str:
        """As a list shows it: `390 × 844 @3`."""
        return f"{self.width} × {self.height} @{self.pixel_ratio:g}"


class Devices(Protocol):
    """All phones, and the one that is shown."""

    @property
    def listed(self) -> Sequence[ListedDevice]:
        """Family by family."""

    @property
    def current(self) -> str:
        """The name of the one that is shown."""

    @property
    def width(self) -> int:
        """How wide its screen is as it is held now, in CSS pixels."""

    def choose(self, name: str) -> None:
        """Shows another one."""

    def own(self, name: str) -> OwnDevice | None:
        """The user's own description, if it is one of theirs."""

    def keep(self, device: OwnDevice, before: str = "") -> str:
        """Adds a description, or puts it in the place of the one that was called `before`. What kept it from being
        written, or an empty text."""

    def remove(self, name: str) -> str:
        """Forgets a description; as `keep`."""
