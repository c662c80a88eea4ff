"""Folders and files that only this user may read: what programs store, and what Handset keeps for itself."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600


def make_private_folder(folder: Path) -> Path:
    """Makes a folder, and those above it that are missing. One that is there already stays as it is."""
    missing = [above for above in (folder, *folder.parents) if not os.path.lexists(above)]
    for made in (*reversed(missing[1:]), folder):
        made.mkdir(mode=_FOLDER_MODE, exist_ok=True)
    return folder


def close_to_others(folder: Path) -> None:
    """Takes away what a folder that is there allows to others."""
    folder.chmod(_FOLDER_MODE)


def write_private(path: Path, data: bytes) -> None:
    """Writes a file anew. A link or a file of another kind that stands there is replaced, not written through."""
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, _FILE_MODE), "wb") as file:
        file.write(data)
