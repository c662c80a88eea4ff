"""The console's memory: the newest records, with a bound on their number and on the bytes of their payloads."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from simulator.bridge.record import Record

CAPACITY = 100_000
EVICTED_AT_ONCE = 2_000
PAYLOAD_CAP_BYTES = 96 * 1024 * 1024
LIGHT_BYTES = 256


class Ring:
    """Records by sequence, oldest first. A full ring drops its oldest 2,000 at once.

    When the payloads together exceed the cap, the oldest large ones are dropped; their records stay, marked as cut.
    """

    def __init__(self, capacity: int = CAPACITY, payload_cap_bytes: int = PAYLOAD_CAP_BYTES) -> None:
        self._capacity = capacity
        self._payload_cap_bytes = payload_cap_bytes
        self._records: dict[int, Record] = {}
        self._heavy: deque[int] = deque()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __getitem__(self, sequence: int) -> Record:
        return self._records[sequence]

    def __contains__(self, sequence: int) -> bool:
        return sequence in self._records

    def put(self, record: Record) -> bool:
        """Keeps a record; returns whether it is a new one (not a later state of one that is here)."""
        earlier = self._records.get(record.sequence)
        self._records[record.sequence] = record
        self._bytes += _weight(record) - (_weight(earlier) if earlier else 0)
        if _weight(record) > LIGHT_BYTES:
            self._heavy.append(record.sequence)
        while self._bytes > self._payload_cap_bytes and self._heavy:
            self._lighten(self._heavy.popleft())
        return earlier is None

    def evict(self) -> set[int]:
        """Drops the oldest records if there are too many; returns their sequences."""
        if len(self._records) <= self._capacity:
            return set()
        count = len(self._records) - self._capacity + min(EVICTED_AT_ONCE, self._capacity // 2)
        gone = list(islice(self._records, count))
        for sequence in gone:
            self._bytes -= _weight(self._records.pop(sequence))
        self._records = dict(self._records)
        return set(gone)

    def clear(self) -> None:
        """Forgets everything."""
        self._records = {}
        self._heavy.clear()
        self._bytes = 0

    def _lighten(self, sequence: int) -> None:
        record = self._records.get(sequence)
        if record is not None and _weight(record) > LIGHT_BYTES:
            self._bytes -= _weight(record)
            self._records[sequence] = replace(record, payload=b"", result=b"", payload_cut=True)


def _weight(record: Record) -> int:
    return len(record.payload) + len(record.result)
