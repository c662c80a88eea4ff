"""The file of a project's mock rules, `.handset/mocks.json`: read when it has changed, written anew as a whole.

A project is somebody else's: what is no ordinary file, or lies outside of the project by way of a link, is not read and
not written.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from runtime.mocks.model import MockFile
from runtime.mocks.read import MAX_BYTES, MockError, as_text, read_mocks

RULES_FILE = ".handset/mocks.json"
_SUFFIX = ".handset-save"


class RulesFile:
    """`shown` is how it is named where something is wrong with it. `within`: the folder that it may not leave."""

    def __init__(self, path: Path, shown: str, within: Path | None = None) -> None:
        self.path = path
        self.shown = shown
        self._within = within
        self._read_as: tuple[int, int, int] | None = None
        self._is_first = True

    def read(self) -> MockFile | None:
        """The rules, none without a file; None if it is as it was read or written last. Raises MockError, once for
        each state of the file."""
        stamp = _stamp(self.path)
        if stamp == self._read_as and not self._is_first:
            return None
        self._read_as, self._is_first = stamp, False
        if stamp is None:
            return MockFile()
        try:
            return read_mocks(self._text(), self.shown)
        except OSError as error:
            raise MockError(f"{self.shown}:1:1: {error.strerror or error}") from None
        except UnicodeDecodeError as error:
            raise MockError(f"{self.shown}:1:1: no UTF-8 ({error.reason})") from None

    def write(self, mocks: MockFile) -> None:
        """Keeps these. Raises OSError when the file cannot be written."""
        folder = self.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        self._check(folder)
        beside = folder / f"{self.path.name}{_SUFFIX}"
        try:
            beside.write_text(as_text(mocks), "utf-8", newline="\n")
            os.replace(beside, self.path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise
        self._read_as, self._is_first = _stamp(self.path), False

    def _text(self) -> str:
        self._check(self.path)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(self.path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OSError(None, "no ordinary file")
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise OSError(None, f"more than {MAX_BYTES // 1024**2} MB")
        return data.decode("utf-8-sig")

    def _check(self, path: Path) -> None:
        if self._within is not None and not path.resolve().is_relative_to(self._within.resolve()):
            raise OSError(None, "it lies outside of the project")


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes with the file; None without one."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
