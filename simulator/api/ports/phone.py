"""Hardware of the simulated phone: network kind, vibration, brightness."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from runtime.api.ports.phone import NETWORK_KINDS, PHONE, PhonePort
from simulator.api.surroundings import Real


class SimulatedPhone:
    """The `PhonePort` of the host; what would be felt is told to the console, by code."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._brightness = 0.8
        self._network_type = "wifi"

    def network_type(self) -> str:
        """The computer's connection counts as Wi-Fi until something else is set."""
        return self._network_type

    def set_network_type(self, kind: str) -> bool:
        """Shows another network to the program; its requests still use the computer's connection."""
        if kind not in NETWORK_KINDS:
            raise ValueError(f"{kind} is no kind of network: {', '.join(NETWORK_KINDS)}")
        is_change, self._network_type = kind != self._network_type, kind
        return is_change

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        """Tells the console."""
        self._tell(f"vibrates-{kind}")

    def brightness(self) -> float:
        """0 to 1."""
        return self._brightness

    def set_brightness(self, value: float) -> None:
        """0 to 1."""
        self._brightness = min(1.0, max(0.0, value))

    def keep_screen_on(self, *, on: bool) -> None:
        """The simulated screen never sleeps."""


REAL: Real[PhonePort] = Real(PHONE, lambda around, _project: SimulatedPhone(around.notices.say))
