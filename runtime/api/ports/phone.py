"""Hardware of the simulated phone that its user feels."""

from __future__ import annotations

from typing import Literal, Protocol

from runtime.api.port import Port


class PhonePort(Protocol):
    """What the phone does to its user's hand."""

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        """Shows a vibration."""


class FakePhone:
    """Counts."""

    def __init__(self) -> None:
        self.vibrations: list[str] = []

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        self.vibrations.append(kind)


PHONE: Port[PhonePort] = Port("phone", FakePhone)
