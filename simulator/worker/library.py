"""Loads the base library (`runtime/js/logic`) into an engine, file by file, each with a line range of its own.

The order is in `boot.json`; what lies in `shared/` also runs in the view; the files of `api/` come last, in the order
of their names. A worker of wx.createWorker has fewer files: those of `wx_worker/boot.json`. A file is a function body
with the namespace `__handset`; nothing of it is visible to the program.

The program may replace every built-in that it shares with the library. So the globals that a file names are those
that built_ins.js has kept, and a call of a built-in's method, `list.push(x)`, becomes one under a key that nobody can
replace. No object of the library's own may have a method of such a name.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

Part = Literal["program", "wx-worker"]
"""Whose base library: the program's own, or that of a worker it has created."""

_BUILT_INS = "built_ins.js"
_WITH_STATICS = ("Object", "Array", "Number", "String")
_NAMES = (
    *_WITH_STATICS, *(f"${name}" for name in _WITH_STATICS), "JSON", "Math", "Reflect", "performance", "Map", "Set",
    "WeakMap", "WeakSet", "WeakRef", "Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError", "RegExp",
    "Symbol", "ArrayBuffer", "Uint8Array", "FinalizationRegistry", "isNaN", "parseInt", "parseFloat",
)  # fmt: skip
_METHODS = (
    "push", "pop", "shift", "unshift", "splice", "slice", "map", "filter", "find", "findIndex", "indexOf",
    "lastIndexOf", "includes", "some", "every", "concat", "join", "sort", "reverse", "flat", "flatMap", "forEach",
    "at", "reduce", "split", "startsWith", "endsWith", "replace", "replaceAll", "trim", "match", "matchAll",
    "toLowerCase", "toUpperCase", "charCodeAt", "codePointAt", "padStart", "padEnd", "repeat", "exec", "test",
    "apply", "call", "bind", "toWellFormed",
)  # fmt: skip
FIRST_LINE = 2001
"""Code that the program makes of text (`eval`) has the lines from 1, whatever else stands there."""

_CALL = re.compile(rf"\.({'|'.join(_METHODS)})\(")
_STATIC_CALL = re.compile(rf"(?<![.$\w])({'|'.join(_WITH_STATICS)})\.(?=\w+\()")
_FIRST_HEAD = "(function (__handset) {(function () {"
_HEAD = f"(function (__handset, __n, __m) {{const {{{', '.join(_NAMES)}}} = __n;(function () {{"
_TAIL = "\n})();})"


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
    line = FIRST_LINE
    for name, path in sources:
        source = path.read_text("utf-8")
        head, code = (_FIRST_HEAD, source) if name == _BUILT_INS else (_HEAD, _with_kept_built_ins(source))
        result.append(LibraryFile(name, "\n" * (line - 1) + head + code + _TAIL, line))
        line += source.count("\n") + 2
    return tuple(result)


def _with_kept_built_ins(source: str) -> str:
    return _STATIC_CALL.sub(r"$\1.", _CALL.sub(r"[__m.\1](", source))


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
