"""What the phone does to its user's hand."""

from __future__ import annotations

import pytest

from runtime.protocol import shell, view
from simulator.api.ports.phone import SimulatedPhone
from simulator.device import Device, load_devices

IPHONE, PIXEL = (
    next(one for one in load_devices().values() if one.platform == platform) for platform in ("ios", "android")
)


def test_a_vibration_is_seen_and_told() -> None:
    sent: list[view.HostToView] = []
    told: list[str] = []
    phone = SimulatedPhone(sent.append, told.append, lambda: IPHONE, lambda: False)
    phone.vibrate("short")
    phone.vibrate("long")
    assert sent == [view.CallShell(shell.Vibrate(60)), view.CallShell(shell.Vibrate(400))]
    assert told == ["vibrates-short", "vibrates-long"]


@pytest.mark.parametrize(("device", "platform"), [(IPHONE, "ios"), (PIXEL, "android")], ids=["ios", "android"])
def test_a_phone_is_of_the_system_of_the_model_that_is_shown(device: Device, platform: str) -> None:
    phone = SimulatedPhone(lambda _sent: None, lambda _code: None, lambda: device, lambda: True)
    assert (phone.platform, phone.is_left) == (platform, True)
