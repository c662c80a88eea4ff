"""Arguments that are paths of the program, turned into real ones that may be read or written; and how much may be kept.

Texts and numbers of the failures are the platform's (reference, file system).
"""

from __future__ import annotations

from pathlib import Path

from runtime.api.call import ApiFailure, Call
from runtime.api.file_areas import FileAreas
from runtime.systems.private_files import make_private_folder

LIMIT_BYTES = 200 * 1024 * 1024


def existing(call: Call, areas: FileAreas, argument: str, doing: str) -> Path:
    """The real path of an argument that must exist."""
    path = call.text(argument)
    place = areas.resolve(path)
    if place is None or place.real is None:
        raise ApiFailure(f'permission denied, {doing} "{path}"', 1300013)
    if not place.real.exists():
        if place.area == "usr" and place.real == areas.usr.resolve():
            return make_private_folder(place.real)
        raise ApiFailure(f'no such file or directory, {doing} "{path}"', 1300002)
    return place.real


def existing_file(call: Call, areas: FileAreas, argument: str, doing: str) -> Path:
    """The real path of an argument that must be a file."""
    real = existing(call, areas, argument, doing)
    if not real.is_file():
        raise ApiFailure(f'illegal operation on a directory, {doing} "{call.text(argument)}"', 1301003)
    return real


def writable(call: Call, areas: FileAreas, argument: str, doing: str, *, has_parent: bool = True) -> Path:
    """The real path of an argument in the user's folder; the folder above it must exist."""
    path = call.text(argument)
    place = areas.resolve(path)
    if place is None or place.real is None or not place.is_writable:
        raise ApiFailure(f'permission denied, {doing} "{path}"', 1300013)
    make_private_folder(areas.usr)
    if has_parent and not place.real.parent.is_dir():
        raise ApiFailure(f'no such file or directory, {doing} "{path}"', 1300002)
    return place.real


def check_quota(areas: FileAreas, more_bytes: int) -> None:
    """Raises ApiFailure if the files of the program would take more than the platform gives."""
    used = sum(one.stat().st_size for folder in (areas.usr, areas.store) for one in folder.rglob("*")
               if one.is_file())  # fmt: skip
    if used + more_bytes > LIMIT_BYTES:
        raise ApiFailure("the maximum size of the file storage limit is exceeded", 1300202)
