"""What the phone does to its user's hand."""

from __future__ import annotations

from simulator.api.ports.phone import SimulatedPhone


def test_a_vibration_is_told() -> None:
    told: list[str] = []
    phone = SimulatedPhone(told.append)
    phone.vibrate("short")
    phone.vibrate("long")
    assert told == ["vibrates-short", "vibrates-long"]
