"""The storage of an environment: files in a folder, named `cloud://<environment>.<bucket>/<path>`."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from runtime.cloud.failure import NO_FILE, PARAMETERS, CloudFailure
from runtime.systems.private_files import make_private_folder, write_private

BUCKET = "6465-desk"
MAX_PATH_BYTES = 850
_ID = re.compile(r"cloud://([A-Za-z0-9][A-Za-z0-9_-]{0,63})(?:\.[^/]*)?/(.+)\Z", re.DOTALL)


def file_id(env: str, path: str) -> str:
    """The id of a file."""
    return f"cloud://{env}.{BUCKET}/{path}"


def parts_of(written: str) -> tuple[str, str]:
    """Environment and path of an id. Raises CloudFailure for what is none."""
    found = _ID.match(written)
    if found is None:
        raise CloudFailure(PARAMETERS, f"invalid fileID {written}")
    return found[1], checked(found[2])


def checked(path: str) -> str:
    """A path in the storage. Raises CloudFailure for one that leads out of it, or that no file can have."""
    names = path.strip("/").split("/")
    wrong = any(name in ("", ".", "..") or "\0" in name or "\\" in name or ":" in name for name in names)
    if wrong or len(path.encode("utf-8", "replace")) > MAX_PATH_BYTES:
        raise CloudFailure(PARAMETERS, f"invalid cloudPath {path}")
    return "/".join(names)


class CloudFiles:
    """The files below a folder, one folder an environment."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, env: str, path: str, source: Path) -> str:
        """Copies a file into the storage; returns its id."""
        target = self._place(env, checked(path))
        make_private_folder(target.parent)
        shutil.copyfile(source, target)
        return file_id(env, checked(path))

    def write(self, env: str, path: str, content: bytes) -> str:
        """Puts bytes into the storage; returns the id."""
        target = self._place(env, checked(path))
        make_private_folder(target.parent)
        write_private(target, content)
        return file_id(env, checked(path))

    def find(self, written: str) -> Path:
        """The real file of an id. Raises CloudFailure if there is none."""
        env, path = parts_of(written)
        place = self._place(env, path)
        if not place.is_file():
            raise CloudFailure(NO_FILE, "storage file not exists")
        return place

    def remove(self, written: str) -> None:
        """Raises CloudFailure if there is none."""
        self.find(written).unlink()

    def all(self, env: str) -> Iterator[tuple[str, int]]:
        """Ids and sizes, by path."""
        root = self._folder / env
        for folder, folders, names in os.walk(root):
            folders.sort()
            for name in sorted(names):
                place = Path(folder) / name
                yield file_id(env, place.relative_to(root).as_posix()), place.stat().st_size

    def _place(self, env: str, path: str) -> Path:
        place = Path(os.path.normpath(self._folder / env / path))
        if not Path(os.path.realpath(place)).is_relative_to(os.path.realpath(self._folder)):
            raise CloudFailure(PARAMETERS, "the path leads out of the storage")
        return place
