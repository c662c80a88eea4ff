"""What a program holds in memory, as far as it can be told, and what has become more since it was looked at before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from runtime.protocol.previews import HeapCensus, MemoryUse


@dataclass(frozen=True, slots=True)
class HeapRow:
    """Values of one constructor: how many, how many more than before (None the first time), about how many bytes they
    take themselves, and the way to the largest."""

    name: str
    count: int
    more: int | None
    size_bytes: int
    way: str


@dataclass(frozen=True, slots=True)
class Heap:
    """`used_bytes` is the engine's own total; `rows` what can be reached, those that take most room first."""

    used_bytes: int
    limit_bytes: int
    values: int
    is_cut: bool
    rows: Sequence[HeapRow]

    @property
    def seen_bytes(self) -> int:
        """About how much of the total the rows explain."""
        return sum(row.size_bytes for row in self.rows)


def heap_of(use: MemoryUse, census: HeapCensus) -> Heap:
    """What the logic process has told."""
    rows = [HeapRow(kind.name, kind.count, None, kind.size, kind.way) for kind in census.kinds]
    return Heap(use.used_bytes, use.limit_bytes, census.values, census.is_cut, rows)


def compared(heap: Heap, before: Heap | None) -> Heap:
    """With what has become more since it was looked at last, in the same run."""
    if before is None:
        return heap
    counts = {row.name: row.count for row in before.rows}
    return replace(heap, rows=[replace(row, more=row.count - counts.get(row.name, 0)) for row in heap.rows])
