"""Which system this is. What follows from it are functions of the system, so that each can be tested on any."""

from __future__ import annotations

import os
import platform
import sys
from typing import Literal

System = Literal["linux", "macos", "windows"]


def system_of(platform_name: str) -> System:
    """The system of a `sys.platform`; another Unix is taken for Linux without what Linux alone has."""
    return {"darwin": "macos", "win32": "windows"}.get(platform_name, "linux")  # type: ignore[return-value]


THIS_SYSTEM: System = system_of(sys.platform)


def system_text() -> str:
    """The system and the machine in the words that a user knows."""
    return f"{platform.system()} {platform.machine()}"


def runs_as_root() -> bool:
    """Whether this user may do everything; nobody is that on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
