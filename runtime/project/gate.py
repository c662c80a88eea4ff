"""The one gate through which files of a project are read. Nothing outside the project folder passes it.

Links are followed as long as they stay inside; one that leads out, leads nowhere or leads in a circle is no file here,
and `walk` tells of it. Which files count, and what is in them, is left to others.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from runtime.systems.links import is_link
from runtime.systems.open_files import opened_path
from runtime.systems.paths import is_device, is_inside

MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_WAYS = 32
"""By so many links a walk enters one folder; folders full of links to each other have countless ways."""

# Not through a link that has come since the path was looked at, and without waiting for the other end of a pipe.
_OPEN_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT")
)

FaultKind = Literal["outside", "loop", "name"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a walk leaves out: a link out of the project, a link in a circle, a name that is no text.

    `path` is as `walk` names files; what is no text in it is written with backslashes.
    """

    path: str
    kind: FaultKind


class Gate:
    """The gate of one project folder; `root` is its real path."""

    def __init__(self, folder: Path) -> None:
        self.root = Path(os.path.realpath(folder))

    def place(self, path: Path) -> Path | None:
        """Where a path really lies, whether or not there is something; None if that is outside."""
        try:
            real = os.path.realpath(path)
        except (OSError, ValueError):
            return None
        return Path(real) if self._is_inside(real) and not is_device(real) else None

    def fault(self, path: Path) -> FaultKind | None:
        """Why a path can never be a file or folder of the project; None if it may be one."""
        place = self.place(path)
        if place is None:
            return "outside"
        try:
            os.stat(place)
        except OSError as error:
            if error.errno == errno.ELOOP or is_link(place):
                return "loop"
        return None if is_text(path.name) else "name"

    def is_file(self, path: Path) -> bool:
        """Whether there is a regular file, inside."""
        place = self.place(path)
        return place is not None and os.path.isfile(place)

    def is_folder(self, path: Path) -> bool:
        """Whether there is a folder, inside."""
        place = self.place(path)
        return place is not None and os.path.isdir(place)

    def size(self, path: Path) -> int:
        """The length of a file in bytes; 0 if there is none, inside."""
        place = self.place(path)
        try:
            return os.stat(place, follow_symlinks=False).st_size if place else 0
        except OSError:
            return 0

    def read(self, path: Path, limit: int = MAX_FILE_BYTES) -> bytes | None:
        """The content; None if there is no file, inside, or it is larger than `limit` bytes."""
        place = self.place(path)
        if place is None:
            return None
        try:
            with os.fdopen(os.open(place, _OPEN_FLAGS), "rb") as stream:
                return _content(stream, limit) if self._has_opened(stream, place) else None
        except OSError:
            return None

    def read_walked(self, path: str, limit: int = MAX_FILE_BYTES) -> bytes | None:
        """`read` for a path that `walk` has told of, sooner: as a rule it needs no looking for links, and the system
        tells of what was opened whether this one did."""
        try:
            with os.fdopen(os.open(path, _OPEN_FLAGS), "rb") as stream:
                if opened_path(stream) == path and self._is_inside(path):
                    return _content(stream, limit)
        except (OSError, ValueError):
            pass
        return self.read(Path(path), limit)

    def text(self, path: Path, limit: int = MAX_FILE_BYTES) -> str | None:
        """The content as text, without a byte order mark; bytes that are not UTF-8 become U+FFFD."""
        data = self.read(path, limit)
        return None if data is None else data.decode("utf-8-sig", "replace")

    def walk(
        self, folder: Path, is_skipped: Callable[[str], bool], found: Callable[[Fault], object]
    ) -> Iterator[tuple[str, str]]:
        """All files below a folder as (path in it with `/`, path on disk), without folders of skipped names.

        What else is left out is told to `found`.
        """
        top = self.place(folder)
        waiting = [] if top is None else [(str(folder), "", frozenset({str(top)}))]
        ways: Counter[str] = Counter()
        while waiting:
            current, prefix, above = waiting.pop()
            for entry in _entries(current, prefix, found):
                name = prefix + entry.name
                if entry.is_file(follow_symlinks=False):
                    yield name, entry.path
                if is_skipped(entry.name):
                    continue
                if not is_link(entry):
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, f"{name}/", above | {entry.path}))
                    continue
                kind, real = self.fault(Path(entry.path)), os.path.realpath(entry.path)
                if kind is None and (real in above or ways[real] == MAX_WAYS):
                    kind = "loop"
                if kind is not None:
                    found(Fault(name, kind))
                elif os.path.isfile(real):
                    yield name, entry.path
                elif os.path.isdir(real):
                    ways[real] += 1
                    waiting.append((entry.path, f"{name}/", above | {real}))

    def _has_opened(self, stream: BinaryIO, place: Path) -> bool:
        """Whether an open file lies inside, whatever has become of its path meanwhile."""
        opened = opened_path(stream)
        return os.path.realpath(place) == str(place) if opened is None else self._is_inside(opened)

    def _is_inside(self, real: str) -> bool:
        return is_inside(real, str(self.root))


def _content(stream: BinaryIO, limit: int) -> bytes | None:
    """What is in an open file; None if it is none, or larger than `limit` bytes."""
    facts = os.fstat(stream.fileno())
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > limit:
        return None
    # No more room than is needed: to ask for the limit costs more than to read most files.
    data = stream.read(facts.st_size + 1)
    if len(data) > facts.st_size:  # it has grown meanwhile
        data += stream.read(limit)
    return data if len(data) <= limit else None


def is_text(name: str) -> bool:
    """Whether a name is text: the system allows others, which no message could carry."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def shown_name(name: str) -> str:
    """A name as text, with backslashes for what is none in it."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _entries(folder: str, prefix: str, found: Callable[[Fault], object]) -> Iterator[os.DirEntry[str]]:
    """What is in a folder, in the order of the names; nothing if it cannot be read."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if is_text(entry.name):
            yield entry
        else:
            found(Fault(prefix + shown_name(entry.name), "name"))
