"""Which file an open one is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

_OPEN_FILES = Path("/proc/self/fd")


def opened_path(stream: BinaryIO) -> str | None:
    """The real path of an open file, whatever has become of its name meanwhile; None where the system does not say."""
    if not _OPEN_FILES.exists():
        return None
    return os.readlink(_OPEN_FILES / str(stream.fileno()))
