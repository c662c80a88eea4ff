"""A recorded test as a file of its project: `tests/test_<name>.py`, in the project and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

from simulator.testing.script.names import file_of_test


class OutsideProject(OSError):
    """A link leads out of the project."""


def path_of_test(root: Path, name: str) -> Path:
    """Where a test of this name goes."""
    return root / file_of_test(name)


def save_test(root: Path, name: str, script: str, *, replaces: bool = False) -> Path:
    """Writes it. Raises FileExistsError if there is one of this name and it is not to be replaced, and OSError."""
    path = path_of_test(root, name)
    path.parent.mkdir(exist_ok=True)
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise OutsideProject(f"{path} lies outside the project")
    data = script.encode("utf-8")
    if not replaces:
        with path.open("xb") as file:
            file.write(data)
        return path
    # The old one stays whole until the new one is.
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return path
