"""Whether a window can be shown, and whether something draws it but the processor."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from runtime.systems.system import THIS_SYSTEM, System

DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_CARDS = ("dri", "nvidia0", "dxg")
"""What Linux has for a graphics card: its own drivers, a vendor's, and those of Windows below it."""


def has_display(environment: Mapping[str, str] = os.environ, system: System = THIS_SYSTEM) -> bool:
    """Whether there is a screen, or the user has named what stands for one. macOS and Windows always have one."""
    return system != "linux" or any(environment.get(name) for name in DISPLAY_VARIABLES)


def has_graphics_card(devices: Path = Path("/dev"), system: System = THIS_SYSTEM) -> bool:
    """Whether there is a graphics card, or what stands for one. macOS and Windows see to that themselves."""
    return system != "linux" or any((devices / name).exists() for name in _CARDS)
