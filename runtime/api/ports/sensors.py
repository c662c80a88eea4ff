"""Sensors that a program has switched on: their sources fire again and again, with what the world says."""

from __future__ import annotations

from typing import Protocol

from runtime.api.port import Port


class SensorsPort(Protocol):
    """The sensors of one program, by the names of their sources (`accelerometer`, `location`)."""

    def start(self, source: str, interval_ms: int) -> None:
        """Fires it now and then; one that runs gets the new interval."""

    def begin(self, source: str, interval_ms: int) -> None:
        """The same, but one that runs keeps its interval."""

    def stop(self, source: str) -> None:
        """No more of it."""

    def stop_all(self) -> None:
        """The program has ended."""


class FakeSensors:
    """Intervals by source."""

    def __init__(self) -> None:
        self.running: dict[str, int] = {}

    def start(self, source: str, interval_ms: int) -> None:
        self.running[source] = interval_ms

    def begin(self, source: str, interval_ms: int) -> None:
        self.running.setdefault(source, interval_ms)

    def stop(self, source: str) -> None:
        self.running.pop(source, None)

    def stop_all(self) -> None:
        self.running.clear()


SENSORS: Port[SensorsPort] = Port("sensors", FakeSensors)
