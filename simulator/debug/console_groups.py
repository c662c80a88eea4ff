"""Groups of the console for protocols that tell where one begins and ends, while records tell where they stand."""

from __future__ import annotations

from simulator.bridge.record import Record


class ConsoleGroups:
    """Of one client. Groups that began before the client came have no end for it."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def end_before(self, record: Record) -> int:
        """How many groups end before this record of a console; one that it opens itself is open from now on."""
        kept = 0
        while kept < len(self._open) and self._open[kept] in record.groups:
            kept += 1
        ended = len(self._open) - kept
        del self._open[kept:]
        if record.opens:
            self._open.append(record.opens)
        return ended
