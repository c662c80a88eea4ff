"""The simulated phone itself: its system, whether the program is in front, vibration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from runtime.api.ports.phone import PHONE, PhonePort, Platform
from runtime.project.model import Project
from runtime.protocol import shell, view
from simulator.api.surroundings import Real, Surroundings
from simulator.device import Device

# Source: reference, wx.vibrateLong; a short one of 15 ms would not be seen.
DURATIONS_MS = {"short": 60, "long": 400}


class SimulatedPhone:
    """The `PhonePort` of the host; what would be felt is seen on the phone and told to the console, by code."""

    def __init__(
        self,
        send: Callable[[view.HostToView], None],
        tell: Callable[[str], None],
        device: Callable[[], Device],
        is_left: Callable[[], bool],
    ) -> None:
        self._send = send
        self._tell = tell
        self._device = device
        self._is_left = is_left

    @property
    def platform(self) -> Platform:
        """Of the phone that is shown now."""
        return self._device().platform

    @property
    def is_left(self) -> bool:
        """Whether the program is in the background."""
        return self._is_left()

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        """The phone shakes."""
        self._send(view.CallShell(shell.Vibrate(DURATIONS_MS[kind])))
        self._tell(f"vibrates-{kind}")


def _make(around: Surroundings, _project: Project) -> PhonePort:
    return SimulatedPhone(around.send, around.notices.say, around.device, lambda: around.routes.is_left)


REAL: Real[PhonePort] = Real(PHONE, _make)
