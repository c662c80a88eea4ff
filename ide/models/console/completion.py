"""Completion in the evaluator line: which names are asked for, and which are known without asking.

Only plain chains of names (`page.data.items[0]`) are looked into, as anything else could run the user's code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

GLOBAL_NAMES = (
    "$0", "$_", "$app", "$data", "$page", "handset",
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
