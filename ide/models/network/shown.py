"""The exchanges that the table shows: those that pass the filter, in the order that was chosen. Kept up with what
comes, so that thousands cost no more than what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ide.models.network.columns import SORTS, Column
from ide.models.network.filters import Filter
from simulator.traffic.exchange import Exchange


@dataclass(frozen=True, slots=True)
class RowsChange:
    """What is to be drawn anew: everything, or rows that were changed and rows that came at the end."""

    reset: bool = False
    updated: tuple[int, ...] = ()
    added: int = 0


class ShownExchanges:
    """Owner of the rows. `most` is as many as the log keeps."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._all: dict[int, Exchange] = {}
        self._rows: list[int] = []
        self._places: dict[int, int] = {}
        self._filter = Filter()
        self._matches = self._filter.matcher()
        self._sort: tuple[Column, bool] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, index: int) -> Exchange:
        """The exchange in a row."""
        return self._all[self._rows[index]]

    def rows(self) -> Sequence[Exchange]:
        """All that are shown."""
        return [self._all[number] for number in self._rows]

    def place_of(self, number: int) -> int | None:
        """The row of an exchange."""
        return self._places.get(number)

    def find(self, number: int) -> Exchange | None:
        """An exchange, shown or not."""
        return self._all.get(number)

    @property
    def count(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    @property
    def filter(self) -> Filter:
        """What is chosen."""
        return self._filter

    def take(self, exchanges: Iterable[Exchange]) -> RowsChange:
        """New states of exchanges, and new ones."""
        changed: list[int] = []
        before = len(self._rows)
        must_reset = False
        for exchange in exchanges:
            is_new = exchange.number not in self._all
            self._all[exchange.number] = exchange
            place, passes = self._places.get(exchange.number), self._matches(exchange)
            if place is not None and passes:
                changed.append(place)
            elif passes and is_new:
                self._places[exchange.number] = len(self._rows)
                self._rows.append(exchange.number)
            elif passes or place is not None:
                must_reset = True
        while len(self._all) > self._most:
            gone = next(iter(self._all))
            del self._all[gone]
            must_reset = must_reset or gone in self._places
        if must_reset or (self._sort is not None and (changed or len(self._rows) > before)):
            return self._again()
        return RowsChange(updated=tuple(sorted(set(changed))), added=len(self._rows) - before)

    def set_filter(self, chosen: Filter) -> RowsChange:
        """Shows others."""
        self._filter = chosen
        self._matches = chosen.matcher()
        return self._again()

    def sort(self, column: Column | None, *, descending: bool = False) -> RowsChange:
        """In another order; None: as they began."""
        self._sort = None if column is None else (column, descending)
        return self._again()

    def clear(self) -> RowsChange:
        """There are none."""
        self._all.clear()
        return self._again()

    def _again(self) -> RowsChange:
        found = [exchange for exchange in self._all.values() if self._matches(exchange)]
        if self._sort is not None:
            column, descending = self._sort
            found.sort(key=SORTS[column], reverse=descending)  # type: ignore[arg-type]
        self._rows = [exchange.number for exchange in found]
        self._places = {number: place for place, number in enumerate(self._rows)}
        return RowsChange(reset=True)
