"""Where the bytes of a film come from, a piece at a time: a file that is in memory, or an address of the web that is
asked for ranges.

Both end in `reply`, perhaps later; None is a failure. No Qt.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Reply = Callable[[bytes | None], None]

PIECE_BYTES = 512 * 1024
KEPT_PIECES = 64


class Source(Protocol):
    """One film."""

    @property
    def size(self) -> int:
        """Bytes; -1 as long as nobody knows."""

    @property
    def share(self) -> float:
        """How much of it is here, from where it was last read on, 0 to 1."""

    def read(self, offset: int, size: int, reply: Reply) -> None:
        """Gives at most `size` bytes; none behind the end."""

    def close(self) -> None:
        """Nobody reads any more."""


class BytesSource:
    """A file in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @property
    def size(self) -> int:
        """Its length."""
        return len(self._data)

    @property
    def share(self) -> float:
        """All of it."""
        return 1.0

    def read(self, offset: int, size: int, reply: Reply) -> None:
        """At once."""
        reply(self._data[offset : offset + size])

    def close(self) -> None:
        """Nothing to end."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a server has given of a file: the bytes from `offset` on; `size` is that of the file, -1 unknown."""

    offset: int
    data: bytes
    size: int


Fetch = Callable[[str, int, int, Callable[[Range | None], None]], Callable[[], None]]
"""Asks an address for the bytes from the second to the third number (inclusive). Gives what ends the question."""


class WebSource:
    """An address. What has been fetched is kept as far as there is room; the next piece is fetched ahead."""

    def __init__(self, url: str, fetch: Fetch) -> None:
        self._url, self._fetch = url, fetch
        self._size = -1
        self._pieces: OrderedDict[int, bytes] = OrderedDict()
        self._asked: dict[int, Callable[[], None]] = {}
        self._waiting: dict[int, list[Callable[[bytes | None], None]]] = {}
        self._last = 0

    @property
    def size(self) -> int:
        """Known with the first piece."""
        return self._size

    @property
    def share(self) -> float:
        """The pieces in one line with the one that was read last."""
        if self._size <= 0:
            return 0.0
        end = self._last
        while end in self._pieces:
            end += 1
        return min(1.0, end * PIECE_BYTES / self._size)

    def read(self, offset: int, size: int, reply: Reply) -> None:
        """From what is there, or when it has come."""
        if 0 <= self._size <= offset:
            return reply(b"")
        number = offset // PIECE_BYTES
        self._last = number
        start = offset - number * PIECE_BYTES
        self._want(number, lambda piece: reply(None if piece is None else piece[start : start + size]))

    def close(self) -> None:
        """Ends what is being fetched."""
        self._waiting.clear()
        for end in list(self._asked.values()):
            end()
        self._asked.clear()

    def _want(self, number: int, reply: Reply) -> None:
        piece = self._pieces.get(number)
        if piece is not None:
            self._pieces.move_to_end(number)
            reply(piece)
        else:
            self._waiting.setdefault(number, []).append(reply)
            self._ask(number)
        if self._size >= 0 and (number + 1) * PIECE_BYTES < self._size and number + 1 not in self._pieces:
            self._ask(number + 1)

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        start = number * PIECE_BYTES
        self._asked[number] = lambda: None
        end = self._fetch(self._url, start, start + PIECE_BYTES - 1, lambda found: self._came(number, found))
        if number in self._asked:
            self._asked[number] = end

    def _came(self, number: int, found: Range | None) -> None:
        self._asked.pop(number, None)
        if found is not None:
            self._keep(number, found)
        piece = self._pieces.get(number)
        if piece is None and found is not None and 0 <= self._size <= number * PIECE_BYTES:
            piece = b""
        for reply in self._waiting.pop(number, []):
            reply(piece)

    def _keep(self, number: int, found: Range) -> None:
        # A server that knows no ranges sends the whole file.
        self._size = found.size if found.size >= 0 else found.offset + len(found.data)
        first = found.offset // PIECE_BYTES
        for place in range(0, len(found.data), PIECE_BYTES):
            self._pieces[first + place // PIECE_BYTES] = found.data[place : place + PIECE_BYTES]
        if len(found.data) <= PIECE_BYTES:
            while len(self._pieces) > KEPT_PIECES:
                self._pieces.popitem(last=False)
        self._pieces.setdefault(number, b"")
        if not self._pieces[number]:
            del self._pieces[number]
