"""Whether a window can be shown, by the rules of each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.systems.displays import has_display, has_graphics_card
from runtime.systems.system import System


@pytest.mark.parametrize(
    ("system", "environment", "has"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("macos", {}, True),
        ("windows", {}, True),
    ],
)
def test_displays(system: System, environment: dict[str, str], has: bool) -> None:
    assert has_display(environment, system) is has


def test_a_graphics_card_is_a_device_on_linux_and_taken_for_granted_elsewhere(tmp_path: Path) -> None:
    assert not has_graphics_card(tmp_path, "linux")
    assert has_graphics_card(tmp_path, "macos")
    assert has_graphics_card(tmp_path, "windows")
    (tmp_path / "dri").mkdir()
    assert has_graphics_card(tmp_path, "linux")
