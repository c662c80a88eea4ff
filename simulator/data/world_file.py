"""The world values that the user has set for a project, in a file of its data that the user may edit.

One JSON object of names and values; what is not in it is as a new project has it.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from runtime.systems.private_files import make_private_folder, write_private
from runtime.world.world_list import WorldError, WorldList
from simulator.data.folders import DataFolders
from simulator.data.former_world import values_of

MAX_BYTES = 4 * 1024 * 1024

Warn = Callable[[str, str], None]


class WorldFile:
    """`warn` gets the path and what in it cannot be understood: that entry, or all of it, does not count. Entries that
    are not understood stay in the file."""

    def __init__(self, folders: DataFolders, known: WorldList, warn: Warn) -> None:
        self._path, self._former = folders.world_file, folders.former_world_file
        self._known = known
        self._warn = warn
        self._read_as: tuple[int, int, int] | None = None
        self._strange: Mapping[str, Any] = {}
        self._is_new = True

    def read(self) -> Mapping[str, Any] | None:
        """The values, checked; None if the file is as it was read or written last."""
        stamp = _stamp(self._path)
        is_first, self._is_new = self._is_new, False
        if is_first and stamp is None and _stamp(self._former):
            former = self._entries(self._former)
            if former is not None:
                return self._migrated(former)
        if stamp == self._read_as:
            return None
        self._read_as = stamp
        return self._understood(self._path, self._entries(self._path)) if stamp else {}

    def write(self, values: Mapping[str, Any]) -> None:
        """Keeps these; who is ended meanwhile leaves the file as it was. Raises OSError when it cannot be written."""
        make_private_folder(self._path.parent)
        kept = {**self._strange, **values}
        beside = self._path.with_name(f"{self._path.name}.new")
        write_private(beside, msgspec.json.format(msgspec.json.encode(kept), indent=2))
        beside.replace(self._path)
        self._read_as = _stamp(self._path)

    def _migrated(self, former: Mapping[str, Any]) -> Mapping[str, Any]:
        values = self._understood(self._former, values_of(former))
        # Where nothing can be written, the same is read again the next time.
        with suppress(OSError):
            self.write(values)
            self._former.unlink()
        return values

    def _entries(self, path: Path) -> Mapping[str, Any] | None:
        try:
            if path.stat().st_size > MAX_BYTES:
                raise WorldError(f"more than {MAX_BYTES // 1024**2} MB")
            return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
        except (msgspec.DecodeError, OSError, RecursionError, WorldError) as error:
            self._warn(str(path), str(error))
            return None

    def _understood(self, path: Path, entries: Mapping[str, Any] | None) -> Mapping[str, Any]:
        good: dict[str, Any] = {}
        strange: dict[str, Any] = {}
        for name, value in (entries or {}).items():
            try:
                good[name] = self._known.checked(name, value)
            except WorldError as error:
                strange[name] = value
                self._warn(str(path), str(error))
        self._strange = strange
        return good


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes with the file; None without one."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns, status.st_size) if stat.S_ISREG(status.st_mode) else None
