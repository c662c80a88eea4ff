"""What the phone does to its user's hand."""

from __future__ import annotations

from runtime.protocol import shell, view
from simulator.api.ports.phone import SimulatedPhone


def test_a_vibration_is_seen_and_told() -> None:
    sent: list[view.HostToView] = []
    told: list[str] = []
    phone = SimulatedPhone(sent.append, told.append)
    phone.vibrate("short")
    phone.vibrate("long")
    assert sent == [view.CallShell(shell.Vibrate(60)), view.CallShell(shell.Vibrate(400))]
    assert told == ["vibrates-short", "vibrates-long"]
