"""The simulated phone itself: which system it is of, whether the program is in front, what its user feels."""

from __future__ import annotations

from typing import Literal, Protocol

from runtime.api.port import Port

Platform = Literal["ios", "android"]


class PhonePort(Protocol):
    """The phone that is shown."""

    @property
    def platform(self) -> Platform:
        """Its system."""

    @property
    def is_left(self) -> bool:
        """Whether the program is in the background."""

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        """Shows a vibration."""


class FakePhone:
    """Counts vibrations; a test says what it is."""

    def __init__(self) -> None:
        self.vibrations: list[str] = []
        self.platform: Platform = "android"
        self.is_left = False

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        self.vibrations.append(kind)


PHONE: Port[PhonePort] = Port("phone", FakePhone)
