"""Unsaved text on disk, so that it survives a crash: one small file for every file with unsaved changes.

The journal never decides when to write; `Documents` does. It lives outside the project.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import psutil


class JournalEntry(msgspec.Struct, frozen=True):
    """Unsaved text of one file. `base_digest` is the file on disk that it was edited from (empty: no file)."""

    path: str
    text: str
    base_digest: str


class Journal:
    """Entries of one project, in `folder/<hash of the project's path>/`. Each running window has entries of its own."""

    def __init__(self, folder: Path, project: Path) -> None:
        self._folder = folder / _name_of(str(project))
        self._owner = _owner_name(psutil.Process())

    def write(self, entry: JournalEntry) -> None:
        """Keeps this text, in place of an earlier one of the same file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{_name_of(entry.path)}.{self._owner}.json"
        temporary = path.with_suffix(".tmp")
        temporary.write_bytes(msgspec.json.encode(entry))
        temporary.replace(path)

    def forget(self, path: str) -> None:
        """The file was saved, or its changes were given up. What another running window keeps of it stays."""
        for file in self._files(f"{_name_of(path)}.*.json"):
            file.unlink(missing_ok=True)

    def entries(self) -> list[JournalEntry]:
        """What earlier runs left behind, the newest of each file, in order of path; broken entries are passed over."""
        found: dict[str, JournalEntry] = {}
        for file in self._files("*.json"):
            try:
                entry = msgspec.json.decode(file.read_bytes(), type=JournalEntry)
            except (OSError, msgspec.DecodeError):
                continue
            found[entry.path] = entry
        return [found[path] for path in sorted(found)]

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
