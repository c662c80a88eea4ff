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
        """Its timer rests. It stays: one that is deleted later, after its owner, takes the process along."""
        timer = self._timers.get(source)
        if timer is not None:
            timer.stop()

    def stop_all(self) -> None:
        """All timers rest."""
        for timer in self._timers.values():
            timer.stop()


REAL: Real[SensorsPort] = Real(SENSORS, lambda around, _project: TimedSensors(around.world, around.owner))
