"""The debugger that lies in the realm of wxs: the logic layer's own, over other modules where that one speaks with the
process around the engine (`runtime/js/view/wxs/debugging`).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from simulator.worker.library import library_of

DEBUGGER_SCRIPT = "wxs/debugging/script.js"
_FOLDER = "view/wxs/debugging"
_NAMES = "globalThis, BigInt, Date, Promise, Proxy"
"""What it names beside the built-ins that it keeps; the realm is emptied of them."""


@cache
def debugger_script() -> str:
    """An expression: an object with `createDebugging`. Made once: the files do not change while Handset runs."""
    base = files("runtime").joinpath("js", *_FOLDER.split("/"), "base")
    instead = {f"logic/base/{file.name}": f"{_FOLDER}/base/{file.name}" for file in base.iterdir()}
    code = library_of(f"{_FOLDER}/realm_debugging.js", instead=instead).code.lstrip("\n")
    return f"(function ({_NAMES}) {{ return {code} }})({_NAMES})"


def watched_text(code: str) -> str:
    """Source text as the debugger evaluates it: its loops and functions look whether they take too long."""
    # With the compiler, which the window does not wait for.
    from runtime.compiler.debugging.watched_loops import with_watched_loops

    return with_watched_loops(code)
