"""Whether a window can be shown."""

from __future__ import annotations

import os
from collections.abc import Mapping

from runtime.systems.system import THIS_SYSTEM, System

DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display(environment: Mapping[str, str] = os.environ, system: System = THIS_SYSTEM) -> bool:
    """Whether there is a screen, or the user has named what stands for one. macOS and Windows always have one."""
    return system != "linux" or any(environment.get(name) for name in DISPLAY_VARIABLES)
