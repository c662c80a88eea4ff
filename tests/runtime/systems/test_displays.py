"""Whether a window can be shown, by the rules of each system."""

from __future__ import annotations

import pytest

from runtime.systems.displays import has_display
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
