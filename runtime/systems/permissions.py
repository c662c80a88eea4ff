"""What the system lets be done with a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def is_read_only(path: Path) -> bool:
    """Whether the file carries no write permission, even where the user (root) could write all the same."""
    return not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK)


def make_writable(path: Path) -> bool:
    """Gives the user write permission; False if the system does not allow it."""
    try:
        path.chmod(path.stat().st_mode | stat.S_IWUSR)
    except OSError:
        return False
    return not is_read_only(path)


def make_runnable(path: Path) -> None:
    """Lets everybody run a program. Windows goes by its name alone."""
    path.chmod(0o755)
