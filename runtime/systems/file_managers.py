"""How a file is shown in the system's file manager."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from runtime.systems.system import THIS_SYSTEM, System


def reveal_command(
    target: Path, environment: Mapping[str, str] = os.environ, system: System = THIS_SYSTEM
) -> list[str] | None:
    """The command that marks a file there; None where no such command is known to be."""
    if system == "macos":
        return ["/usr/bin/open", "-R", str(target)]
    if system == "windows":
        return [os.path.join(environment["SYSTEMROOT"], "explorer.exe"), "/select,", str(target)]
    return None
