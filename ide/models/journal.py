"""Unsaved text on disk, so that it survives a crash: one small file for every file with unsaved changes.

The journal never decides when to write; `Documents` does. It lives outside the project.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec


class JournalEntry(msgspec.Struct, frozen=True):
    """Unsaved text of one file. `base_digest` is the file on disk that it was edited from (empty: no file)."""

    path: str
    text: str
    base_digest: str


class Journal:
    """Entries of one project, in `folder/<hash of the project's path>/`."""

    def __init__(self, folder: Path, project: Path) -> None:
        self._folder = folder / _name_of(str(project))

    def write(self, entry: JournalEntry) -> None:
        """Keeps this text, in place of an earlier one of the same file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path_of(entry.path)
        temporary = path.with_suffix(".tmp")
        temporary.write_bytes(msgspec.json.encode(entry))
        temporary.replace(path)

    def forget(self, path: str) -> None:
        """The file was saved, or its changes were given up."""
        self._path_of(path).unlink(missing_ok=True)

    def entries(self) -> list[JournalEntry]:
        """What an earlier run left behind, in order of path; broken entries are passed over."""
        if not self._folder.is_dir():
            return []
        found = []
        for path in self._folder.glob("*.json"):
            try:
                found.append(msgspec.json.decode(path.read_bytes(), type=JournalEntry))
            except (OSError, msgspec.DecodeError):
                continue
        return sorted(found, key=lambda entry: entry.path)

    def _path_of(self, path: str) -> Path:
        return self._folder / f"{_name_of(path)}.json"


def _name_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
