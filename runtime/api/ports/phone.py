"""Hardware of the simulated phone."""

from __future__ import annotations

from typing import Literal, Protocol

from runtime.api.port import Port

NETWORK_KINDS = ("wifi", "2g", "3g", "4g", "5g", "unknown", "none")


class PhonePort(Protocol):
    """Hardware of the simulated phone that the host can show or set."""

    def network_type(self) -> str:
        """wifi, 4g, none, …"""

    def set_network_type(self, kind: str) -> bool:
        """Another network, one of NETWORK_KINDS; whether that is a change."""

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        """Shows a vibration."""

    def brightness(self) -> float:
        """0 to 1."""

    def set_brightness(self, value: float) -> None:
        """0 to 1."""

    def keep_screen_on(self, *, on: bool) -> None:
        """Kept for show: the simulated screen never sleeps."""


class FakePhone:
    """Counts."""

    def __init__(self) -> None:
        self.vibrations: list[str] = []
        self.light = 0.5
        self.network = "wifi"

    def network_type(self) -> str:
        return self.network

    def set_network_type(self, kind: str) -> bool:
        is_change, self.network = kind != self.network, kind
        return is_change

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        self.vibrations.append(kind)

    def brightness(self) -> float:
        return self.light

    def set_brightness(self, value: float) -> None:
        self.light = value

    def keep_screen_on(self, *, on: bool) -> None:
        pass


PHONE: Port[PhonePort] = Port("phone", FakePhone)
