"""What the console of the present run has shown, for clients that come later; and whoever wants what comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from simulator.bridge.record import Record
from simulator.debug.debuggee import Records

MOST_RECORDS = 1000


class History:
    """Of one program, for all clients. `records` are those of the console, oldest first; a new run begins empty.

    Subscribers hear every record of any kind, one at a time, in the order in which they have subscribed.
    """

    def __init__(self, records: Records) -> None:
        self._kept: deque[Record] = deque(maxlen=MOST_RECORDS)
        self._subscribers: list[Callable[[Record], None]] = []
        self._leave = records.subscribe(self._take)

    @property
    def records(self) -> Sequence[Record]:
        """Those of the console."""
        return tuple(self._kept)

    def subscribe(self, subscriber: Callable[[Record], None]) -> Callable[[], None]:
        """From now on; calling the result, any number of times, ends that."""
        self._subscribers.append(subscriber)

        def leave() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return leave

    def clear(self) -> None:
        """Forgets what was shown."""
        self._kept.clear()

    def close(self) -> None:
        """Hears no more."""
        self._leave()
        self._subscribers.clear()

    def _take(self, records: Sequence[Record]) -> None:
        for record in records:
            if record.code == "launch":
                self._kept.clear()
            elif record.kind in ("log", "error", "notice"):
                self._kept.append(record)
            for subscriber in tuple(self._subscribers):
                subscriber(record)
