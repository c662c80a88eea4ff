"""Completion in the evaluator line: which names are asked for, and the question that the program answers.

Only plain chains of names (`page.data.items[0]`) are looked into, as anything else could run the user's code.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from simulator.bridge.preview import Preview

MAX_NAMES = 200
GLOBAL_NAMES = (
    "app", "console", "getApp", "getCurrentPages", "JSON", "Math", "Object", "page", "Promise", "this", "wx",
)  # fmt: skip

_NAME = r"[A-Za-z_$][\w$]*"
_MEMBER = re.compile(rf"(?:^|[^\w$.\])])(?P<chain>{_NAME}(?:\.{_NAME}|\[\d+\])*)\.(?P<prefix>[\w$]*)\Z")
_GLOBAL = re.compile(r"(?:^|[^\w$.\])'\"])(?P<prefix>[A-Za-z_$][\w$]*)\Z")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Names that begin with `prefix`: members of `chain`, or names that are there everywhere (`chain` empty)."""

    chain: str
    prefix: str


def wanted_at(text: str) -> Wanted | None:
    """What could be completed at the end of a text."""
    if match := _MEMBER.search(text):
        return Wanted(match["chain"], match["prefix"])
    if match := _GLOBAL.search(text):
        return Wanted("", match["prefix"])
    return None


def known_names(wanted: Wanted) -> list[str] | None:
    """The names, if nobody has to be asked for them; the one that is already written is left out."""
    if wanted.chain:
        return None
    return [name for name in GLOBAL_NAMES if name.startswith(wanted.prefix) and name != wanted.prefix]


def question(wanted: Wanted) -> str:
    """Source text whose value is the names, one a line."""
    return (
        "(function (value, prefix, limit) { const names = new Set();"
        " for (let o = value === null || value === undefined ? null : Object(value); o !== null;"
        " o = Object.getPrototypeOf(o)) for (const name of Object.getOwnPropertyNames(o).sort())"
        " if (name.startsWith(prefix) && /^[A-Za-z_$][\\w$]*$/.test(name) && names.size < limit) names.add(name);"
        f" return [...names].join('\\n'); }})({wanted.chain}, {json.dumps(wanted.prefix)}, {MAX_NAMES})"
    )


def names_in(answer: Preview, wanted: Wanted) -> list[str]:
    """The names in the answer to `question`."""
    text = str(answer.get("v", "")) if answer.get("t") == "string" else ""
    return [name for name in text.split("\n") if name and name != wanted.prefix]
