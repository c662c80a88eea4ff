"""Upper and lower case in names of files. Macs and Windows take `A.js` and `a.js` for one file, Linux and phones not.

Which it is depends on the disk, not on the system alone: the disk is asked (`is_same_file`), or nothing is assumed.
"""

from __future__ import annotations

import os
from pathlib import Path


def folded(name: str) -> str:
    """The form in which names are alike that differ in case only."""
    return name.casefold()


def is_same_file(path: Path, other: Path) -> bool:
    """Whether both names lead to one file here, as those do that differ in case on most Macs and Windows computers."""
    try:
        return os.path.samestat(os.lstat(path), os.lstat(other))
    except OSError:
        return False
