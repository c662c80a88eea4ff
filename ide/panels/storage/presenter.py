"""What Storage does, without Qt: lists what the program has stored, changes and removes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ide.models.debug_target import Complaint
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.stirring import may_change_storage
from simulator.bridge.record import Record

MOST_SHOWN = 1000
"""A table of all that fits into ten megabytes would hold the window up; the filter finds the others."""

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
    """How much there is and may be, in all entries; and how many that are found are not shown."""

    used_bytes: int
    limit_bytes: int
    not_shown: int


class StorageView(Protocol):
    """What the presenter asks of the widget."""

    def show_entries(self, entries: Sequence[Entry], amount: StoredAmount) -> None: ...
    def stirred(self) -> None: ...


class StoragePresenter(PanelPresenter[StorageView]):
    """The storage of one project."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.entries: Sequence[Entry] = ()
        self._storage = desk.target.storage
        self._needle = ""
        self._forget = self._storage.complained.connect(self._complain)

    def receive(self, records: Sequence[Record]) -> None:
        """Tells the view when the entries may be others, while it is seen."""
        if self.is_seen and any(map(may_change_storage, records)):
            self._tell(lambda view: view.stirred())

    def refresh(self) -> None:
        """Reads everything again."""
        stored = self._storage.entries()
        needle = self._needle
        found = [one for one in stored if not needle or needle in one.key.lower() or needle in one.value.lower()]
        self.entries = [Entry(one.key, one.value, kind_of(one.value), one.size_bytes) for one in found[:MOST_SHOWN]]
        used_bytes = sum(one.size_bytes for one in stored)
        amount = StoredAmount(used_bytes, self._storage.limit_bytes, len(found) - len(self.entries))
        self._tell(lambda view: view.show_entries(self.entries, amount))

    def filter(self, needle: str) -> None:
        """Shows only entries whose key or value contains the text."""
        self._needle = needle.strip().lower()
        self.refresh()

    def add(self) -> str:
        """Begins a new entry under a name that is free, and returns it."""
        taken = {one.key for one in self._storage.entries()}
        name = next(name for number in range(1, len(taken) + 2) if (name := f"key{number}") not in taken)
        self.set(name, '""')
        return name

    def set(self, key: str, text: str) -> None:
        """Writes a value: JSON, or else the text itself."""
        if not key:
            self._report("name_wrong", name=key)
            return
        self._storage.write({key: as_json(text)})
        self.refresh()

    def rename(self, key: str, new_key: str) -> None:
        """Gives an entry another key; one that has that key already stays."""
        values = {one.key: one.value for one in self._storage.entries()}
        if new_key in values and new_key != key:
            self._report("name_taken", file=new_key)
        elif new_key and new_key != key and key in values and self._storage.write({new_key: values[key]}):
            self._storage.remove([key])
        self.refresh()

    def remove(self, keys: Sequence[str]) -> None:
        """Removes entries."""
        self._storage.remove(keys)
        self.refresh()

    def clear(self) -> None:
        """Removes every entry."""
        self._storage.clear()
        self.refresh()

    def lines(self) -> list[str]:
        """Keys and values."""
        return [f"{entry.key}: {entry.value}" for entry in self.entries]

    def close(self) -> None:
        """The project is closed."""
        self._forget()
        super().close()

    def _complain(self, complaint: Complaint) -> None:
        self._report(complaint.key, **complaint.arguments)


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
