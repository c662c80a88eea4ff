"""Where in the folders of a workspace mini programs are, and how a file of one is named by a client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path

from runtime.project.ignored import CACHE_FOLDERS, SKIPPED_FOLDERS
from runtime.project.load import CONFIG_FILE
from runtime.systems.links import is_link

_MARKS = (CONFIG_FILE, "app.json")
_MAX_DEPTH = 3
_MAX_FOLDERS = 2000


def path_of(uri: str) -> Path | None:
    """The file that an address names; None for what is no file."""
    try:
        path = to_fs_path(uri) if uri.startswith("file:") else None
    except ValueError:
        return None
    return Path(path) if path and "\0" not in path else None


def uri_of(path: Path) -> str:
    """The address of a file."""
    return from_fs_path(str(path)) or path.as_uri()


def projects_in(folder: Path) -> list[Path]:
    """The projects in a folder: itself, or those not far below it."""
    found: list[Path] = []
    level = [folder]
    seen = 0
    for _ in range(_MAX_DEPTH + 1):
        below: list[Path] = []
        for one in level:
            seen += 1
            if is_project(one):
                found.append(one)
            elif seen < _MAX_FOLDERS:
                below += _folders(one)
        level = below
    return found


def project_above(file: Path) -> Path | None:
    """The nearest folder around a file that says it is a project; the program's folder in it is a part of it."""
    around = [folder for folder in file.parents if is_project(folder)]
    settled = next((folder for folder in around if (folder / CONFIG_FILE).is_file()), None)
    return settled or (around[0] if around else None)


def is_project(folder: Path) -> bool:
    """Whether a folder has what a project has."""
    try:
        return any((folder / name).is_file() for name in _MARKS)
    except OSError:
        return False


def _folders(folder: Path) -> Iterator[Path]:
    try:
        for one in sorted(folder.iterdir()):
            if one.name not in SKIPPED_FOLDERS | CACHE_FOLDERS and not is_link(one) and one.is_dir():
                yield one
    except OSError:
        return
