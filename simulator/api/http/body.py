"""The body of an answer while it comes: in memory for what a program reads at once, in a file for what it saves."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Protocol

from runtime.systems.private_files import open_private


class Body(Protocol):
    """Bytes in their order."""

    @property
    def size(self) -> int:
        """How many there are."""

    @property
    def held(self) -> int:
        """How many of them are in memory."""

    def add(self, data: bytes) -> None:
        """The next ones. Raises OSError if they find no room."""

    def begin(self, most: int) -> bytes:
        """The first ones."""

    def part(self, start: int) -> bytes:
        """Those from a place on."""

    def finish(self) -> bytes:
        """No more come: all of them, unless they are in a file."""


def body_for(into: Path | None) -> Body:
    """An empty one. `into` is written anew."""
    return _Memory() if into is None else _File(into)


class _Memory:
    def __init__(self) -> None:
        self._data = bytearray()

    @property
    def size(self) -> int:
        return len(self._data)

    held = size

    def add(self, data: bytes) -> None:
        self._data += data

    def begin(self, most: int) -> bytes:
        return bytes(memoryview(self._data)[:most])

    def part(self, start: int) -> bytes:
        return bytes(memoryview(self._data)[start:])

    def finish(self) -> bytes:
        return bytes(self._data)


class _File:
    held = 0

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self.size = 0

    def add(self, data: bytes) -> None:
        if self._file is None:
            self._file = open_private(self._path)
        self._file.write(data)
        self.size += len(data)

    def begin(self, most: int) -> bytes:
        """What the disk does not give back is not missed: the program has its own answer."""
        if self.size == 0:
            return b""
        try:
            self.finish()
            with self._path.open("rb") as file:
                return file.read(most)
        except OSError:
            return b""

    def part(self, start: int) -> bytes:
        return b""

    def finish(self) -> bytes:
        file, self._file = self._file, None
        if file is not None:
            file.close()
        elif self.size == 0:
            open_private(self._path).close()
        return b""
