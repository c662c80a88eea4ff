"""What the phone does to its user's hand."""

from __future__ import annotations

import pytest

from runtime.protocol import shell, view
from simulator.api.ports.phone import SimulatedPhone


def test_a_vibration_is_seen_and_told() -> None:
    sent: list[view.HostToView] = []
    told: list[str] = []
    phone = SimulatedPhone(sent.append, told.append, lambda: {"platform": "ios"}, lambda: False)
    phone.vibrate("short")
    phone.vibrate("long")
    assert sent == [view.CallShell(shell.Vibrate(60)), view.CallShell(shell.Vibrate(400))]
    assert told == ["vibrates-short", "vibrates-long"]


@pytest.mark.parametrize(("told", "platform"), [("ios", "ios"), ("android", "android"), ("ohos", "android")])
def test_a_phone_is_of_the_system_that_the_program_is_told(told: str, platform: str) -> None:
    phone = SimulatedPhone(lambda _sent: None, lambda _code: None, lambda: {"platform": told}, lambda: True)
    assert (phone.platform, phone.is_left) == (platform, True)
