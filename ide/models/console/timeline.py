"""The rows that the console shows now: filtered records, repeated logs put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ide.models.console.filters import Filter, Group, group_of
from ide.models.console.ring import Ring
from simulator.bridge.record import Record

MISHAPS = frozenset({"hung", "hung-nowhere", "crashed"})
"""Codes of notices after which a launch forgets nothing: they say why the program had to be started again."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the sequences of its first and its last record, and how many there are."""

    first: int
    last: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the rows, in this order: all anew, or rows gone from the top, rows changed, rows added.

    `updated` holds indices after the removal.
    """

    reset: bool = False
    removed_first: int = 0
    updated: tuple[int, ...] = ()
    added: int = 0

    def __bool__(self) -> bool:
        return self.reset or bool(self.removed_first or self.updated or self.added)


class Timeline:
    """Owner of the console's records and rows. Every method that changes rows says how."""

    def __init__(self, ring: Ring | None = None, chosen: Filter | None = None) -> None:
        self._ring = ring if ring is not None else Ring()
        self._filter = chosen or Filter()
        self._matches: Callable[[Record], bool] = self._filter.matcher()
        self._closed: set[int] = set()
        self._rows: list[Row] = []
        self._base = 0  # index that the first row would have if none had ever been dropped
        self._places: dict[int, int] = {}
        self._has_mishap = False
        self.counts: Counter[Group] = Counter()

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, index: int) -> Row:
        """The row at `index`, 0 at the top."""
        return self._rows[index]

    def record(self, index: int) -> Record:
        """The newest record of the row at `index`."""
        return self._ring[self._rows[index].last]

    def index_of(self, sequence: int) -> int | None:
        """The row whose first record has this sequence."""
        place = self._places.get(sequence)
        return None if place is None else place - self._base

    def knows(self, sequence: int) -> bool:
        """Whether the record is still kept, shown or not."""
        return sequence in self._ring

    @property
    def filter(self) -> Filter:
        """What is shown now."""
        return self._filter

    def visible_records(self) -> Iterable[Record]:
        """All records that pass the filter, repeated ones too."""
        return (record for record in self._ring if self._matches(record))

    def extend(self, records: Iterable[Record], *, preserve: bool = True) -> Change:
        """Adds records. Without `preserve`, a launch forgets what came before it, unless the program had a mishap."""
        cleared, shown_before = False, len(self._rows)
        touched: set[int] = set()
        for record in records:
            if record.code == "launch":
                if not preserve and not self._has_mishap:
                    self.clear()
                    cleared = True
                self._has_mishap = False
            elif record.code in MISHAPS:
                self._has_mishap = True
            elif record.form == "clear" and not preserve:
                self.clear()
                cleared = True
            elif record.form == "group-collapsed":
                self._closed.add(record.opens)
            if self._ring.put(record):
                self._count(record)
                if self._shows(record):
                    touched.add(self._append(record))
            elif (place := self._places.get(record.sequence)) is not None:
                touched.add(place)
        removed = self._drop(self._ring.evict())
        if cleared:
            return Change(reset=True)
        kept = max(0, shown_before - removed)
        updated = sorted(place - self._base for place in touched if self._base <= place < self._base + kept)
        return Change(removed_first=min(removed, shown_before), updated=tuple(updated), added=len(self._rows) - kept)

    def set_filter(self, chosen: Filter) -> Change:
        """Shows other records."""
        self._filter = chosen
        self._matches = chosen.matcher()
        return self._again()

    def is_closed(self, group: int) -> bool:
        """Whether the rows of a group are hidden."""
        return group in self._closed

    def toggle_group(self, group: int) -> Change:
        """Shows or hides the rows of a group."""
        self._closed ^= {group}
        return self._again()

    def clear(self) -> Change:
        """Forgets all records."""
        self._ring.clear()
        self._closed.clear()
        self._forget_rows()
        self.counts.clear()
        return Change(reset=True)

    def _again(self) -> Change:
        self._forget_rows()
        for record in self._ring:
            if self._shows(record):
                self._append(record)
        return Change(reset=True)

    def _shows(self, record: Record) -> bool:
        return self._closed.isdisjoint(record.groups) and self._matches(record)

    def _append(self, record: Record) -> int:
        if self._rows and _is_repeated(self._ring.__getitem__(self._rows[-1].last), record):
            last = self._rows[-1]
            self._rows[-1] = Row(last.first, record.sequence, last.count + 1)
        else:
            self._places[record.sequence] = self._base + len(self._rows)
            self._rows.append(Row(record.sequence, record.sequence))
        return self._base + len(self._rows) - 1

    def _drop(self, gone: set[int]) -> int:
        if not gone:
            return 0
        removed = 0
        while removed < len(self._rows) and self._rows[removed].last in gone:
            del self._places[self._rows[removed].first]
            removed += 1
        del self._rows[:removed]
        self._base += removed
        return removed

    def _forget_rows(self) -> None:
        self._rows = []
        self._base = 0
        self._places = {}

    def _count(self, record: Record) -> None:
        if not record.routine and record.code != "launch":
            self.counts[group_of(record)] += 1


def _is_repeated(earlier: Record, record: Record) -> bool:
    if record.kind not in ("log", "error", "notice") or record.code == "launch" or record.opens:
        return False
    return _identity(earlier) == _identity(record)


def _identity(record: Record) -> Sequence[object]:
    return (record.kind, record.level, record.title, record.payload, record.stack[:1], record.code, record.groups)
