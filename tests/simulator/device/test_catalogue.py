"""Every phone model can be loaded and is a possible phone."""

import pytest

from simulator.device import DEFAULT_DEVICE, load_devices

DEVICES = load_devices()


def test_the_default_device_exists() -> None:
    assert DEVICES[DEFAULT_DEVICE].name == "iPhone 12/13 (Pro)"


def test_names_are_unique() -> None:
    names = [device.name for device in DEVICES.values()]
    assert len(names) == len(set(names)) >= 29


@pytest.mark.parametrize("device_id", list(DEVICES))
def test_a_device_is_possible(device_id: str) -> None:
    device = DEVICES[device_id]
    assert device.id == device_id
    assert device.height > device.width > 300
    assert 0 < device.status_bar_height <= device.insets.top <= 62
    assert device.pixel_ratio >= 2
    assert device.navigation_bar_height == (44 if device.platform == "ios" else 48)
    assert device.safe_area().bottom == device.height - device.insets.bottom


@pytest.mark.parametrize(
    ("device_id", "size", "top", "bottom"),
    [
        ("iphone-5", (320, 568), 20, 0),
        ("iphone-x", (375, 812), 44, 34),
        ("iphone-15-pro", (393, 852), 59, 34),
        ("iphone-16-pro", (402, 874), 62, 34),
        ("mate-70-pro", (376, 809), 39, 28),
        ("nexus-5x", (411, 731), 24, 0),
        ("ipad-10", (820, 1180), 24, 20),
    ],
)
def test_known_sizes(device_id: str, size: tuple[int, int], top: int, bottom: int) -> None:
    device = DEVICES[device_id]
    assert (device.width, device.height) == size
    assert (device.insets.top, device.insets.bottom) == (top, bottom)
