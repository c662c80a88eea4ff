"""Any entry of a recording by its place: chunks that were read last are kept."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from simulator.recording.form import Entry
from simulator.recording.reader import read_chunk
from simulator.replay.screen_index import Place

KEPT_BYTES = 64 * 1024 * 1024


class Chunks:
    """Of one file. For one thread."""

    def __init__(self, path: Path) -> None:
        """Raises OSError."""
        self._stream = path.open("rb")
        self._kept: OrderedDict[int, list[Entry]] = OrderedDict()
        self._kept_bytes = 0

    def entry(self, place: Place) -> bytes:
        """The data of an entry. Raises BadRecording, OSError."""
        entries = self._kept.get(place.chunk)
        if entries is None:
            entries = self._kept[place.chunk] = read_chunk(self._stream, place.chunk)
            self._kept_bytes += _size(entries)
            while self._kept_bytes > KEPT_BYTES and len(self._kept) > 1:
                self._kept_bytes -= _size(self._kept.popitem(last=False)[1])
        else:
            self._kept.move_to_end(place.chunk)
        return entries[place.entry].data

    def close(self) -> None:
        """Nothing more is read."""
        self._stream.close()


def _size(entries: list[Entry]) -> int:
    return sum(len(one.data) for one in entries)
