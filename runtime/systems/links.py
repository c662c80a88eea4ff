"""What leads from one place of the disk to another: symbolic links, and the junctions of Windows."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from runtime.systems.system import THIS_SYSTEM, System

_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT, which Python has a name for on Windows alone


def is_link(entry: os.DirEntry[str] | Path, system: System = THIS_SYSTEM) -> bool:
    """Whether a name is a link, to whatever, or to nothing. A junction is a folder for all that Python 3.11 says."""
    if entry.is_symlink():
        return True
    if system != "windows":
        return False
    try:
        facts = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    return is_junction(facts)


def is_junction(facts: os.stat_result) -> bool:
    """Whether what the system says of a folder is what it says of a junction. Only Windows says anything like it."""
    return stat.S_ISDIR(facts.st_mode) and getattr(facts, "st_reparse_tag", 0) == _JUNCTION
