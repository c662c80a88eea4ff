"""Which files of a project are searched, and their texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from runtime.project.gate import Gate
from runtime.project.ignored import CACHE_FOLDERS, SKIPPED_FOLDERS, Glob, read_glob
from runtime.protocol.search import Query, SkipReason

MOST_BYTES = 5 * 1024 * 1024
"""The editor opens no longer text."""
_PROBE_BYTES = 8192
PACKAGE_FOLDERS = frozenset({"node_modules", "miniprogram_npm"})
_COMMA = re.compile(r",(?![^{}]*\})")
_BRACES = re.compile(r"\{([^{}]*)\}")
_MOST_GLOBS = 100


class Wanted:
    """Judges paths by the globs of a query; `left_out` are files and folders that are not wanted."""

    def __init__(self, query: Query, left_out: Iterable[str]) -> None:
        self._left_out = frozenset() if query.with_packages else frozenset(left_out)
        self._include = _globs(query.include)
        self._exclude = _globs(query.exclude)
        self._skipped = (SKIPPED_FOLDERS | CACHE_FOLDERS | PACKAGE_FOLDERS) - (
            PACKAGE_FOLDERS if query.with_packages else frozenset()
        )

    def skips_folder(self, name: str) -> bool:
        """Whether nothing in folders of this name is wanted."""
        return name in self._skipped

    def wants(self, path: str) -> bool:
        """Whether a file is wanted."""
        steps = path.split("/")
        if self._left_out and any("/".join(steps[: end + 1]) in self._left_out for end in range(len(steps))):
            return False
        is_in = not self._include or any(glob.covers(steps) for glob in self._include)
        return is_in and not any(glob.covers(steps) for glob in self._exclude)


def wanted_files(gate: Gate, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """The files to search, in the order of their paths; links out of the project are none."""
    files = [
        (name.split("/"), name, path)
        for name, path in gate.walk(gate.root, wanted.skips_folder, lambda fault: None)
        if wanted.wants(name)
    ]
    for _steps, name, path in sorted(files):
        yield name, path


@dataclass(frozen=True, slots=True)
class Skipped:
    """Why a file is not searched."""

    reason: SkipReason


def read(gate: Gate, path: str) -> str | Skipped:
    """The text of a file that `wanted_files` names."""
    data = gate.read_walked(path, MOST_BYTES)
    if data is None:
        return Skipped("huge" if gate.size(Path(path)) > MOST_BYTES else "unreadable")
    if b"\0" in data[:_PROBE_BYTES]:
        return Skipped("binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Skipped("encoding")


def _globs(text: str) -> tuple[Glob, ...]:
    """Globs with commas between them. One of a name alone holds at any depth, one that begins with `./` at the top."""
    written = [one.strip() for one in _COMMA.split(text)][:_MOST_GLOBS]
    return tuple(
        read_glob(one if one.startswith("./") else f"**/{one}") for glob in written for one in _without_braces(glob)
    )


def _without_braces(glob: str) -> list[str]:
    """`*.{js,ts}` as two globs."""
    waiting: list[str] = [glob]
    done: list[str] = []
    while waiting and len(done) < _MOST_GLOBS:
        one = waiting.pop()
        braces = _BRACES.search(one)
        if braces is None:
            done.append(one)
        else:
            waiting += [one[: braces.start()] + choice + one[braces.end() :] for choice in braces[1].split(",")]
    return [one for one in done if one.strip("./ ")]
