"""The base library of the logic layer asks no built-in that the program may have replaced (base/built_ins.js)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import quickjs

from simulator.worker.library import KEPT_NAMES, METHODS

FOLDER = Path(__file__).resolve().parents[2] / "runtime" / "js"
SOURCES = [*sorted((FOLDER / "logic").rglob("*.js")), *sorted((FOLDER / "shared").glob("*.js"))]
# Map, Set and their like are kinds of their own in the base library, with methods that nobody can replace.
METHODS_OF_THE_LANGUAGE = """JSON.stringify(['Array', 'String', 'RegExp', 'Function', 'Number', 'Object'].flatMap(
  (name) => Object.getOwnPropertyNames(globalThis[name].prototype)
    .filter((key) => key !== 'constructor' && !Object.getOwnPropertyDescriptor(globalThis[name].prototype, key).get
      && typeof globalThis[name].prototype[key] === 'function')))"""
# Methods of collections, of region kinds (`fill`) and of what programs hand over bear these names as well.
ALSO_OTHERS = {"entries", "keys", "values", "fill"}
CALL = re.compile(r"(?<!Object)(?<!Reflect)(?<!Array)(?<!Number)(?<!String)\.(\w+)\(")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", re.DOTALL)
# The library's own functions of these kinds are called before the program runs, or belong to the program's own view.
NOT_KEPT = {
    "Date",
    "Promise",
    "Function",
    "Proxy",
    "BigInt",
    "Uint8ClampedArray",
    "Float32Array",
    "Int32Array",
    "Uint32Array",
    "eval",
    "queueMicrotask",
    "globalThis",
}
NAME = re.compile(r"(?<![.$\w'\"/@-])([A-Za-z]\w*)\b(?!\s*:)(?!['\"])")


def sources() -> list[tuple[str, str]]:
    return [(path.relative_to(FOLDER).as_posix(), COMMENT.sub(" ", path.read_text("utf-8"))) for path in SOURCES]


def test_methods_are_called_under_their_kept_keys() -> None:
    language = {*json.loads(quickjs.Context().eval(METHODS_OF_THE_LANGUAGE))}
    loose = language - {*METHODS} - ALSO_OTHERS
    found = [f"{path}: .{name}(" for path, text in sources() for name in CALL.findall(text) if name in loose]
    assert found == []


def test_globals_are_kept() -> None:
    names = {*json.loads(quickjs.Context().eval("JSON.stringify(Object.getOwnPropertyNames(globalThis))"))}
    loose = names - {*KEPT_NAMES} - NOT_KEPT - {"undefined", "NaN", "Infinity"}
    found = [f"{path}: {name}" for path, text in sources() for name in NAME.findall(text) if name in loose]
    assert found == []
