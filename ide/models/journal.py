"""Unsaved text on disk, so that it survives a crash: one small file for every file with unsaved changes.

The journal never decides when to write; `Documents` does. It lives outside the project. What goes wrong with it is
told and never raised: no trouble here may keep a text from being saved to the project.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import psutil

from ide.models.own_files import read_json, write_json
from ide.models.signal import Signal


class JournalEntry(msgspec.Struct, frozen=True):
    """Unsaved text of one file. `base_digest` is the file on disk that it was edited from (empty: no file)."""

    path: str
    text: str
    base_digest: str


class Journal:
    """Entries of one project, in `folder/<hash of the project's path>/`. Each running window has entries of its own.

    `refused` carries the system's word when the disk refuses; once, until a text is kept again.
    """

    def __init__(self, folder: Path, project: Path) -> None:
        self.refused: Signal[str] = Signal()
        self._is_refused = False
        self._folder = folder / _name_of(str(project))
        self._owner = _owner_name(psutil.Process())

    def write(self, entry: JournalEntry) -> None:
        """Keeps this text, in place of an earlier one of the same file."""
        with self._telling():
            write_json(self._folder / f"{_name_of(entry.path)}.{self._owner}.json", msgspec.structs.asdict(entry))
            self._is_refused = False

    def forget(self, path: str) -> None:
        """The file was saved, or its changes were given up. What another running window keeps of it stays."""
        with self._telling():
            for file in self._files(f"{_name_of(path)}.*.json"):
                file.unlink(missing_ok=True)

    def entries(self) -> list[JournalEntry]:
        """What earlier runs left behind, the newest of each file, in order of path; broken entries are passed over."""
        found: dict[str, JournalEntry] = {}
        with self._telling():
            for file in self._files("*.json"):
                try:
                    entry = msgspec.convert(read_json(file), JournalEntry)
                except (OSError, ValueError):
                    continue
                found[entry.path] = entry
        return [found[path] for path in sorted(found)]

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            was_refused, self._is_refused = self._is_refused, True
            if not was_refused:
                self.refused.emit(error.strerror or str(error))

    def _files(self, pattern: str) -> list[Path]:
        """The files that no other running window owns, oldest first."""
        if not self._folder.is_dir():
            return []
        files = [file for file in self._folder.glob(pattern) if not self._is_owned_elsewhere(file)]
        return sorted(files, key=lambda file: file.stat().st_mtime_ns)

    def _is_owned_elsewhere(self, file: Path) -> bool:
        owner = file.name.split(".")[1]
        if owner == self._owner:
            return False
        number = owner.partition("-")[0]
        try:
            return number.isdigit() and _owner_name(psutil.Process(int(number))) == owner
        except psutil.Error:
            return False


def _owner_name(process: psutil.Process) -> str:
    """Numbers of processes are used again; with the time of its start it is one process only."""
    return f"{process.pid}-{int(process.create_time() * 100)}"


def _name_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
