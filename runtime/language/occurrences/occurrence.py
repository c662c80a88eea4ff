"""One place where a subject is written, and how another name would be written there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["name", "shorthand", "picked", "key", "attribute", "loop-item", "loop-index", "bare", "part"]
"""`shorthand`: `{name}` of a variable in a script; `picked`: `{name} = …` there; `key`: `{name}` in a mustache;
`attribute`: the name with dashes; `loop-item`, `loop-index`: the loop, which gives it no name of its own yet; `bare`:
without the sign of a variable; `part`: only a part of the name stands here."""


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A stretch of a file of the program."""

    path: str
    start: int
    end: int
    is_definition: bool = False
    form: Form = "name"
