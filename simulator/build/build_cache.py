"""What projects compiled to, kept on the disk for the next time that they are opened.

One file a project, in the user's cache folder and readable by nobody else. It is written whole and moved into its
place, so that two windows may write the same one. A file that another version of Handset has written, that is damaged
or not the user's own counts for nothing; so does a unit in it that does not fit the project's files any more.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import msgspec

from runtime.compiler.stored_units import StoredUnit, StoredUnits
from runtime.module_path import HOME
from runtime.systems.private_files import make_private_folder, read_private, write_private

ENDING = ".units"
UNFINISHED = ".new"
MOST_BYTES = 64 * 1024 * 1024
"""A project that compiles to more is compiled anew each time."""
MOST_BYTES_IN_ALL = 384 * 1024 * 1024
MOST_FILES = 60
_HASH_BYTES = 32
_SOURCES = (
    ("runtime/compiler", ".py"), ("runtime/project", ".py"), ("runtime/platform", ".py"), ("resources/spec", ".json"),
)  # fmt: skip
_LIBRARIES = ("tree_sitter", "tree_sitter_javascript", "tree_sitter_typescript", "tinycss2", "sass", "lxml", "msgspec")
_decoder = msgspec.msgpack.Decoder(list[StoredUnit])


class BuildCache:
    """Of one project. All of it may be called in any thread; nothing raises on account of the disk."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        # Never inside a project: it would be compiled, watched and packed.
        self._is_usable = not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root))
        name = blake2b(os.fsencode(os.path.realpath(root)), digest_size=16).hexdigest()
        self._file = folder / f"{name}{ENDING}"

    def read(self) -> StoredUnits:
        """What was kept; nothing if there is nothing that counts."""
        data = read_private(self._file, MOST_BYTES) if self._is_usable else None
        if data is None or data[:_HASH_BYTES] != own_digest():
            return StoredUnits()
        content = data[2 * _HASH_BYTES :]
        if data[_HASH_BYTES : 2 * _HASH_BYTES] != _hash(content):
            return StoredUnits()
        try:
            units = StoredUnits(_decoder.decode(content))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return StoredUnits()
        with suppress(OSError):
            os.utime(self._file)
        return units

    def write(self, units: Iterable[StoredUnit]) -> None:
        """Keeps these in place of what was kept."""
        content = msgspec.msgpack.encode(list(units))
        if not self._is_usable or len(content) + 2 * _HASH_BYTES > MOST_BYTES:
            return
        fresh = self._file.with_name(f"{self._file.stem}.{secrets.token_hex(8)}{UNFINISHED}")
        try:
            make_private_folder(self._folder)
            write_private(fresh, own_digest() + _hash(content) + content)
            os.replace(fresh, self._file)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
        self._make_room()

    def remove(self) -> None:
        """Forgets what was kept."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _make_room(self) -> None:
        """Removes what was used longest ago, as far as there is too much, and what an ended process has left."""
        with suppress(OSError):
            own = (entry for entry in os.scandir(self._folder) if entry.name.endswith((ENDING, UNFINISHED)))
            found = [(entry.stat(follow_symlinks=False), entry.path) for entry in own]
            left = 0
            for number, (facts, path) in enumerate(sorted(found, key=lambda one: one[0].st_mtime, reverse=True)):
                left += facts.st_size
                if number >= MOST_FILES or left > MOST_BYTES_IN_ALL:
                    Path(path).unlink(missing_ok=True)


@cache
def own_digest() -> bytes:
    """A hash of all that decides what a file compiles to, but for the file."""
    digest = blake2b(digest_size=_HASH_BYTES)
    for folder, ending in _SOURCES:
        for path in sorted((HOME / folder).rglob(f"*{ending}")):
            digest.update(b"%s %d\n" % (os.fsencode(path.relative_to(HOME)), path.stat().st_size))
            digest.update(path.read_bytes())
    for library in _LIBRARIES:
        spec = find_spec(library)
        facts = os.stat(spec.origin) if spec is not None and spec.origin else None
        digest.update(f"{library} {facts and (facts.st_size, facts.st_mtime_ns)}\n".encode())
    return digest.digest()


def _hash(content: bytes) -> bytes:
    return blake2b(content, digest_size=_HASH_BYTES).digest()
