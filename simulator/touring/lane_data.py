"""What a program keeps for its user, once for each phone of a tour: they write at the same time, and a tour leaves the
user's own as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.data.folders import DataFolders

_OF_ALL = ("users", "cloud", "album")


@contextmanager
def users_of_lanes(root: Path, user: str, count: int) -> Iterator[list[str]]:
    """Names of `count` users who find what `user` has stored, until the end."""
    names = [f"tour-{os.getpid()}-{number}" for number in range(count)]
    bases = [DataFolders.of_project(root, name).base for name in names]
    source = DataFolders.of_project(root, user).base
    try:
        for base in bases:
            if source.is_dir():
                shutil.copytree(source, base, ignore=shutil.ignore_patterns(*_OF_ALL), dirs_exist_ok=True)
        yield names
    finally:
        for base in bases:
            shutil.rmtree(base, ignore_errors=True)
