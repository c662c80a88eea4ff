"""Hardware of the simulated phone: vibration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from runtime.api.ports.phone import PHONE, PhonePort
from simulator.api.surroundings import Real


class SimulatedPhone:
    """The `PhonePort` of the host; what would be felt is told to the console, by code."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        """Tells the console."""
        self._tell(f"vibrates-{kind}")


REAL: Real[PhonePort] = Real(PHONE, lambda around, _project: SimulatedPhone(around.notices.say))
