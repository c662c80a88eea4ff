"""Which file an open one is."""

from __future__ import annotations

import os
from typing import BinaryIO


def opened_path(stream: BinaryIO) -> str | None:
    """The real path of an open file, whatever has become of its name meanwhile; None where the system does not say."""
    try:
        return os.readlink(f"/proc/self/fd/{stream.fileno()}")
    except OSError:
        return None
