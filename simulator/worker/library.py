"""Loads the base library (`runtime/js/logic`) into an engine, file by file, each with a line range of its own.

The order is in `boot.json`; what lies in `shared/` also runs in the view; the files of `api/` come last, in the order
of their names. A worker of wx.createWorker has fewer files: those of `wx_worker/boot.json`. A file is a function body
with one parameter, the namespace `__handset`; nothing of it is visible to the program.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

Part = Literal["program", "wx-worker"]
"""Whose base library: the program's own, or that of a worker it has created."""

_HEAD = "(function (__handset) {"
_TAIL = "\n})"


@dataclass(frozen=True)
class LibraryFile:
    """One file, ready to be evaluated: `code` is an expression whose value takes the namespace."""

    name: str
    code: str
    first_line: int


@cache
def library_files(part: Part = "program") -> tuple[LibraryFile, ...]:
    """The base library in the order of evaluation."""
    folder = files("runtime") / "js" / "logic"
    sources = _program_sources(folder) if part == "program" else _listed(folder / "wx_worker" / "boot.json")
    result: list[LibraryFile] = []
    line = 1
    for name, path in sources:
        source = path.read_text("utf-8")
        result.append(LibraryFile(name, "\n" * (line - 1) + _HEAD + source + _TAIL, line))
        line += source.count("\n") + 2
    return tuple(result)


def _program_sources(folder: Traversable) -> list[tuple[str, Traversable]]:
    return _listed(folder / "boot.json") + _api_files(folder / "api")


def _listed(boot: Traversable) -> list[tuple[str, Traversable]]:
    return [(name, _place(name)) for name in json.loads(boot.read_text("utf-8"))]


def _place(name: str) -> Traversable:
    folder = files("runtime") / "js"
    return folder / name if name.startswith("shared/") else folder / "logic" / name


def _api_files(folder: Traversable) -> list[tuple[str, Traversable]]:
    if not folder.is_dir():
        return []
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [(f"api/{entry.name}", entry) for entry in entries if entry.name.endswith(".js")]


def library_end(part: Part = "program") -> int:
    """The last line of the line space that the base library uses."""
    last = library_files(part)[-1]
    return last.code.count("\n") + 1
