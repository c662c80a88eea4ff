"""Folders and files that only this user may read: what programs store, and what Handset keeps for itself."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import IO

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
    with open_private(path) as file:
        file.write(data)


def open_private(path: Path) -> IO[bytes]:
    """A file that is written anew, as `write_private` does."""
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return open(os.open(path, flags, _FILE_MODE), "wb")


def read_private(path: Path, most_bytes: int) -> bytes | None:
    """A file that only this user can have written; None if there is none, if it is a link or of another kind, larger,
    somebody else's, or open to the writing of others."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode) or facts.st_size > most_bytes or not _is_own(facts):
                return None
            return file.read(most_bytes)
    except OSError:
        return None


def _is_own(facts: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):
        # Windows: what lies in a user's own folders is theirs.
        return True
    return facts.st_uid == os.getuid() and not facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
