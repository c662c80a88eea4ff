"""What putting probes into a script comes to. Lines and columns are those of the compiled code, from 1; columns count
code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from runtime.compiler.script.edits import Columns

ProbeKind = Literal["statement", "expression", "end", "throw", "catch", "debugger"]
"""`expression`: a part of a statement that stands on a line of its own. Breakpoints stand there; steps go past it."""


class NotDebuggable(Exception):
    """A script stays as it is; the argument is the code of a text (`debugger.<code>`)."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A place where the program can pause."""

    line: int
    column: int
    scope: int
    region: int
    kind: ProbeKind


@dataclass(frozen=True, slots=True)
class ScopeEntry:
    """A scope, from the place `start` to `end`. `names` in the order of its accessor; `is_kept`: it has a record, which
    is that of its function or stands in the function's frame at `slot`."""

    kind: str
    parent: int
    start: tuple[int, int]
    end: tuple[int, int]
    names: tuple[str, ...]
    is_kept: bool
    slot: int
    name: str


@dataclass(frozen=True, slots=True)
class Probed:
    """`columns` lead from the code with probes back to the compiled one. `tries`: what stands under a `try` with a
    `catch`, from line and column to line and column."""

    code: str
    columns: Columns
    probes: tuple[Probe, ...]
    scopes: tuple[ScopeEntry, ...]
    tries: tuple[tuple[int, int, int, int], ...]
