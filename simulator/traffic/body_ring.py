"""Bodies on the disk, the newest so many bytes of them: what is read is theirs, or nothing if others took the place.

The file has no name and is gone with the process. A disk that is full keeps no body and disturbs nobody.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from typing import IO

from simulator.traffic.exchange import Body

CAPACITY_BYTES = 64 * 1024 * 1024
MOST_OF_A_BODY = 8 * 1024 * 1024


class BodyRing:
    """Of one program. The file is made with the first body."""

    def __init__(self, capacity_bytes: int = CAPACITY_BYTES, most_bytes: int = MOST_OF_A_BODY) -> None:
        self._capacity = capacity_bytes
        self._most = min(most_bytes, capacity_bytes)
        self._file: IO[bytes] | None = None
        self._end = 0  # of all that was ever kept
        self._at = 0  # where the file stands

    def keep(self, data: bytes, size_bytes: int | None = None) -> Body:
        """Keeps a body, of a large one the beginning; `size_bytes` is that of the whole, if this is its beginning."""
        size = len(data) if size_bytes is None else size_bytes
        kept = memoryview(data)[: self._most]
        place = self._end
        try:
            self._write(kept)
        except OSError:
            self.clear()
            return Body(size)
        return Body(size, len(kept), place)

    def read(self, body: Body) -> bytes | None:
        """What is kept of a body; None if it is there no more."""
        if body.size_bytes == 0:
            return b""
        if body.kept_bytes == 0 or body.place < self._end - self._capacity or self._file is None:
            return None
        try:
            return self._read(self._file, body)
        except OSError:
            return None

    def clear(self) -> None:
        """Nothing is kept any more; the disk has its room back."""
        self._end += self._capacity
        file, self._file = self._file, None
        if file is not None:
            # What a full disk has not taken is not missed.
            with suppress(OSError):
                file.close()

    def _write(self, data: memoryview) -> None:
        if not data:
            return
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="handset-bodies-")  # noqa: SIM115
            self._at = 0
        start = self._end % self._capacity
        first = min(len(data), self._capacity - start)
        for offset, part in ((start, data[:first]), (0, data[first:])):
            if part:
                if self._at != offset:
                    self._file.seek(offset)
                self._file.write(part)
                self._at = offset + len(part)
        self._end += len(data)

    def _read(self, file: IO[bytes], body: Body) -> bytes:
        self._at = -1
        start = body.place % self._capacity
        first = min(body.kept_bytes, self._capacity - start)
        file.seek(start)
        found = file.read(first)
        if first < body.kept_bytes:
            file.seek(0)
            found += file.read(body.kept_bytes - first)
        return found
