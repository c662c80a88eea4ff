"""Sensors of the simulated phone: one timer for each that is on, none for the others."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from runtime.world.world import Happening, new_world
from simulator.api.ports.sensors import TimedSensors


def test_samples_come_while_a_sensor_is_on(qtbot: QtBot) -> None:
    world, owner, heard = new_world(), QObject(), list[Happening]()
    sensors = TimedSensors(world, owner)
    world.subscribe(heard.append)
    sensors.start("accelerometer", 60_000)
    sensors.start("accelerometer", 5)
    sensors.start("compass", 5)
    sensors.stop("compass")
    sensors.stop("gyroscope")
    qtbot.waitUntil(lambda: len(heard) >= 3, timeout=60_000)
    assert {firing.source for happening in heard for firing in happening.fires} == {"accelerometer"}
    assert all(happening.is_sample for happening in heard)
    sensors.stop_all()
    assert [timer for timer in owner.findChildren(QTimer) if timer.isActive()] == []
