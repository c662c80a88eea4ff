"""Hardware of the simulated phone: vibration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from runtime.api.ports.phone import PHONE, PhonePort
from runtime.protocol import shell, view
from simulator.api.surroundings import Real

# Source: reference, wx.vibrateLong; a short one of 15 ms would not be seen.
DURATIONS_MS = {"short": 60, "long": 400}


class SimulatedPhone:
    """The `PhonePort` of the host; what would be felt is seen on the phone and told to the console, by code."""

    def __init__(self, send: Callable[[view.HostToView], None], tell: Callable[[str], None]) -> None:
        self._send = send
        self._tell = tell

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        """The phone shakes."""
        self._send(view.CallShell(shell.Vibrate(DURATIONS_MS[kind])))
        self._tell(f"vibrates-{kind}")


REAL: Real[PhonePort] = Real(PHONE, lambda around, _project: SimulatedPhone(around.send, around.notices.say))
