"""The files that a program has open by a descriptor (FileSystemManager.open); they are closed with the program."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path

from runtime.api.call import ApiFailure

MAX_OPEN = 256
"""Assumed: as many as a process may usually have."""
BAD_DESCRIPTOR = 1300009
# Source: reference, FileSystemManager.open. `s` means synchronously, which all of it is here.
FLAGS: Mapping[str, int] = {
    "r": os.O_RDONLY,
    "r+": os.O_RDWR,
    "w": os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
    "wx": os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_EXCL,
    "w+": os.O_RDWR | os.O_CREAT | os.O_TRUNC,
    "wx+": os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_EXCL,
    "a": os.O_WRONLY | os.O_CREAT | os.O_APPEND,
    "ax": os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_EXCL,
    "a+": os.O_RDWR | os.O_CREAT | os.O_APPEND,
    "ax+": os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_EXCL,
    "as": os.O_WRONLY | os.O_CREAT | os.O_APPEND,
    "as+": os.O_RDWR | os.O_CREAT | os.O_APPEND,
}


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One of them. `appends`: what is written goes to the end, whatever the position."""

    stream: FileIO
    path: Path
    appends: bool


@dataclass
class OpenFiles:
    """All of one program, by the text that it knows each by."""

    _open: dict[str, OpenFile] = field(default_factory=dict)
    _last: int = 2

    def open(self, real: Path, flag: str) -> str:
        """Opens a file. Raises ApiFailure for a file that is there and must not be, or if too many are open."""
        if len(self._open) >= MAX_OPEN:
            raise ApiFailure("too many open files", 1300024)
        bits = FLAGS[flag] | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        try:
            number = os.open(real, bits, 0o600)
        except FileExistsError as error:
            raise ApiFailure(f"file already exists {flag}", 1301005) from error
        can_read, can_write = not bits & os.O_WRONLY, bool(bits & (os.O_WRONLY | os.O_RDWR))
        stream = FileIO(number, "r+" if can_read and can_write else "r" if can_read else "w")
        self._last += 1
        self._open[str(self._last)] = OpenFile(stream, real, bool(bits & os.O_APPEND))
        return str(self._last)

    def find(self, descriptor: str) -> OpenFile:
        """An open file. Raises ApiFailure if there is none."""
        found = self._open.get(descriptor)
        if found is None:
            raise ApiFailure("bad file descriptor", BAD_DESCRIPTOR)
        return found

    def close(self, descriptor: str) -> None:
        """Closes a file. Raises ApiFailure if it is not open."""
        self.find(descriptor).stream.close()
        del self._open[descriptor]
