"""What Storage does, without Qt: lists the entries of a storage file, changes and removes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from runtime.api.call import ApiFailure
from runtime.api.ports_storage import APP_LIMIT_BYTES, SqliteStorage

MOST_SHOWN = 1000
"""A table of all that fits into ten megabytes would hold the window up; the filter finds the others."""

PATIENCE_S = 0.05
"""Whoever else holds the file is not waited for on the window's thread: the next refresh comes soon."""

_KINDS = {'"': "String", "[": "Array", "{": "Object", "t": "Boolean", "f": "Boolean", "n": "Null", "-": "Number"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One key. `value` is JSON; `kind` is what it holds; `size_bytes` counts key and value."""

    key: str
    value: str
    kind: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class StoredAmount:
    """How much there is: bytes of all entries, and how many that are found are not shown."""

    used_bytes: int
    not_shown: int = 0
    limit_bytes: int = APP_LIMIT_BYTES


class StorageView(Protocol):
    """What the presenter asks of the widget."""

    def show_entries(self, entries: Sequence[Entry], amount: StoredAmount) -> None: ...
    def report(self, key: str, **arguments: str) -> None: ...


class StoragePresenter:
    """The storage of one project. The file is opened for each action: the program may be writing to it."""

    def __init__(self, path: Path, view: StorageView) -> None:
        self._path = path
        self._view = view
        self._needle = ""

    def refresh(self) -> None:
        """Reads the file again."""
        stored: list[tuple[str, str, int]] = []
        self._with(lambda storage: stored.extend(storage.entries()))
        needle = self._needle
        found = [one for one in stored if not needle or needle in one[0].lower() or needle in one[1].lower()]
        entries = [Entry(key, value, kind_of(value), size) for key, value, size in found[:MOST_SHOWN]]
        self._view.show_entries(entries, StoredAmount(sum(size for _, _, size in stored), len(found) - len(entries)))

    def filter(self, needle: str) -> None:
        """Shows only entries whose key or value contains the text."""
        self._needle = needle.strip().lower()
        self.refresh()

    def set(self, key: str, text: str) -> None:
        """Writes a value: JSON, or else the text itself."""
        if not key:
            self._view.report("name_wrong", name=key)
            return
        self._with(lambda storage: storage.set_many({key: as_json(text)}))
        self.refresh()

    def rename(self, key: str, new_key: str) -> None:
        """Gives an entry another key; one that has that key already stays."""

        def move(storage: SqliteStorage) -> None:
            value = storage.get(key)
            if storage.get(new_key) is not None:
                self._view.report("name_taken", file=new_key)
            elif value is not None and new_key:
                storage.set_many({new_key: value})
                storage.remove(key)

        if key != new_key:
            self._with(move)
        self.refresh()

    def remove(self, keys: Sequence[str]) -> None:
        """Removes entries."""

        def remove(storage: SqliteStorage) -> None:
            for key in keys:
                storage.remove(key)

        self._with(remove)
        self.refresh()

    def clear(self) -> None:
        """Removes every entry."""
        self._with(lambda storage: storage.clear())
        self.refresh()

    def _with(self, act: Callable[[SqliteStorage], None]) -> None:
        try:
            storage = SqliteStorage(self._path, self._told, PATIENCE_S)
            try:
                act(storage)
            finally:
                storage.close()
        except (ApiFailure, OSError) as error:
            self._view.report("action_failed", detail=str(error))

    def _told(self, code: str, arguments: Mapping[str, str]) -> None:
        if code == "api/storage-damaged":
            self._view.report("storage_damaged", **arguments)


def as_json(text: str) -> str:
    """What the user typed as a value: JSON as it is, anything else as a string."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return json.dumps(text, ensure_ascii=False)
    return text


def kind_of(value: str) -> str:
    """The type of a stored value, as JavaScript calls it; told by how its JSON begins, which may be a megabyte."""
    if value.startswith('{"$date"'):
        return "Date"
    return "Number" if value[:1].isdigit() else _KINDS.get(value[:1], "?")
