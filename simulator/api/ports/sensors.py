"""The sensors of the simulated phone: a timer for each that is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from runtime.api.ports.sensors import SENSORS, SensorsPort
from runtime.world.world import World
from simulator.api.surroundings import Real


class TimedSensors:
    """The `SensorsPort` of the host. `owner` ends with the program."""

    def __init__(self, world: World, owner: QObject) -> None:
        self._world = world
        self._owner = owner
        self._timers: dict[str, QTimer] = {}

    def start(self, source: str, interval_ms: int) -> None:
        """The first sample comes after one interval, as on a phone."""
        timer = self._timers.get(source)
        if timer is None:
            timer = self._timers[source] = QTimer(self._owner, timerType=Qt.TimerType.PreciseTimer)
            timer.timeout.connect(lambda: self._world.sample(source))
        timer.start(interval_ms)

    def begin(self, source: str, interval_ms: int) -> None:
        """Unless it is on."""
        if source not in self._timers:
            self.start(source, interval_ms)

    def stop(self, source: str) -> None:
        """Its timer goes."""
        timer = self._timers.pop(source, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()

    def stop_all(self) -> None:
        """All timers go."""
        for source in list(self._timers):
            self.stop(source)


REAL: Real[SensorsPort] = Real(SENSORS, lambda around, _project: TimedSensors(around.world, around.owner))
