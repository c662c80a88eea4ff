"""The base library (`runtime/js/logic`) as one text for the engine, each file with a line range of its own.

`main.js` imports all that a program needs, `wx_worker/main.js` what a worker of wx.createWorker needs. Nothing of it is
visible to the program. In Node.js, beside tests of components, files of `logic_in_node` stand for those of the same
name.

The program may replace every built-in that it shares with the library. So the globals that a file names are those
that built_ins.js has kept, and a call of a built-in's method, `list.push(x)`, becomes one under a key that nobody can
replace. No object of the library's own may have a method of such a name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from runtime.es_modules import ModulePlace, in_order, joined, places

Part = Literal["program", "wx-worker", "component-tests"]
"""Whose base library: the program's own, that of a worker it has created, or that of component tests in Node.js."""

ENTRIES: dict[Part, str] = {
    "program": "logic/main.js", "wx-worker": "logic/wx_worker/main.js", "component-tests": "logic_in_node/main.js",
}  # fmt: skip
IN_NODE = "logic_in_node"
BUILT_INS = "logic/base/built_ins.js"
_WITH_STATICS = ("Object", "Array", "Number", "String")
KEPT_NAMES = (
    *_WITH_STATICS, *(f"${name}" for name in _WITH_STATICS), "JSON", "Math", "Reflect", "performance", "Map", "Set",
    "WeakMap", "WeakSet", "WeakRef", "Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError", "RegExp",
    "Symbol", "ArrayBuffer", "Uint8Array", "Float32Array", "Float64Array", "FinalizationRegistry", "isNaN", "isFinite",
    "parseInt", "parseFloat", "Boolean",
)  # fmt: skip
METHODS = (
    "push", "pop", "shift", "unshift", "splice", "slice", "map", "filter", "find", "findIndex", "indexOf",
    "lastIndexOf", "includes", "some", "every", "concat", "join", "sort", "reverse", "flat", "flatMap", "forEach",
    "at", "reduce", "split", "startsWith", "endsWith", "replace", "replaceAll", "trim", "match", "matchAll",
    "toLowerCase", "toUpperCase", "charCodeAt", "codePointAt", "padStart", "padEnd", "repeat", "exec", "test",
    "apply", "call", "bind", "toWellFormed", "normalize", "toFixed",
)  # fmt: skip
FIRST_LINE = 2001
"""Code that the program makes of text (`eval`) has the lines from 1, whatever else stands there."""

_CALL = re.compile(rf"\.({'|'.join(METHODS)})\(")
# The look behind each name stands behind it, so that the search goes by the names' letters.
_ALONE = "|".join(rf"{name}(?<![.$\w]{name})" for name in _WITH_STATICS)
_STATIC_CALL = re.compile(rf"({_ALONE})\.(?=\w+\()")
_HEAD = "(function () {'use strict'; "
_SURROUNDED = f"return (function ($methods, $names) {{ var {{{', '.join(KEPT_NAMES)}}} = $names; "
_TAIL = "})(keptMethods, keptNames); })()"


@dataclass(frozen=True)
class Library:
    """`code` is an expression: an object with what the entries export. `end` is the last line that it uses."""

    code: str
    files: tuple[ModulePlace, ...]

    @property
    def end(self) -> int:
        """The last line of the line space that the base library uses."""
        return self.files[-1].last_line


@cache
def library(part: Part = "program") -> Library:
    """The base library of a program or a worker."""
    if part == "component-tests":
        return library_of(ENTRIES[part], instead=stand_ins(), shares_built_ins=True)
    return library_of(ENTRIES[part])


def stand_ins() -> dict[str, str]:
    """The files of `logic_in_node` by those that they stand for."""
    folder = Path(str(files("runtime") / "js"))
    own = {path.relative_to(folder / IN_NODE).as_posix() for path in (folder / IN_NODE).rglob("*.js")}
    return {f"logic/{path}": f"{IN_NODE}/{path}" for path in own if (folder / "logic" / path).is_file()}


def library_digest() -> str:
    """The base library of a program by its content (SHA-256)."""
    return hashlib.sha256(library().code.encode()).hexdigest()


def library_of(*entries: str, instead: Mapping[str, str] | None = None, shares_built_ins: bool = False) -> Library:
    """What these files export, with all that they import. Paths are in `runtime/js`; `instead` as of `in_order`.

    `shares_built_ins`: what the program replaces of built-ins counts for the library, too.
    """
    folder = files("runtime") / "js"
    modules = in_order((BUILT_INS, *entries), lambda path: (folder / path).read_text("utf-8"), instead)
    built_ins, *others = texts = [joined(module) for module in modules]
    exported = [name for module in modules if module.path in entries for name in module.exports]
    tail = f"return {{{', '.join(exported)}}};{_TAIL}"
    inner = "\n".join(others)
    if not shares_built_ins:
        inner = _with_kept_built_ins(inner)
    code = "\n" * (FIRST_LINE - 1) + f"{_HEAD}{built_ins}{_SURROUNDED}\n{inner}{tail}"
    return Library(code, tuple(places(modules, texts, FIRST_LINE)))


def _with_kept_built_ins(source: str) -> str:
    return _STATIC_CALL.sub(r"$\1.", _CALL.sub(r"[$methods.\1](", source))
