"""Which members a script sets on objects that exist already, and whether it changes what pages are made with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runtime.compiler.script.syntax import Source

_ASSIGNMENTS = """
(assignment_expression left: (member_expression property: (property_identifier) @member))
(assignment_expression left: (subscript_expression index: (string (string_fragment) @member)))
(assignment_expression left: (identifier) @global)
(assignment_expression left: (member_expression object: (identifier) @wx (#eq? @wx "wx")
    property: (property_identifier) @api))
"""
_CONSTRUCTORS = frozenset({b"Page", b"Component", b"Behavior"})
# `name =`, `object.name =` and `object["name"] =`, in a text that is too long to be parsed for this alone.
_IN_TEXT = re.compile(r"""(?:(\bwx)?(\.)|\[["'])?\b([A-Za-z_$][\w$]*+)(?:["']\])?\s*+=(?![=>])""")


@dataclass(frozen=True, slots=True)
class Assignments:
    """`members`: names set as `object.name = …`; `apis`: those set on `wx`.

    `changes_constructors`: `Page`, `Component` or `Behavior` is replaced, so that what is given to them may gain
    members.
    """

    members: frozenset[str]
    apis: frozenset[str]
    changes_constructors: bool


def assignments(source: Source) -> Assignments:
    """Reads the assignments of a script."""
    members: set[str] = set()
    apis: set[str] = set()
    changes = False
    for capture, node in source.find(_ASSIGNMENTS):
        text = source.text(node)
        if capture == "member":
            members.add(text.decode("utf-8", "replace"))
            changes = changes or text in _CONSTRUCTORS
        elif capture == "api":
            apis.add(text.decode("utf-8", "replace"))
        elif capture == "global":
            changes = changes or text in _CONSTRUCTORS
    return Assignments(frozenset(members), frozenset(apis), changes)


def assignments_in_text(text: str) -> Assignments:
    """The same without a syntax tree: words in strings and comments may count as well."""
    members: set[str] = set()
    apis: set[str] = set()
    changes = False
    for match in _IN_TEXT.finditer(text):
        name = match[3]
        changes = changes or name.encode() in _CONSTRUCTORS
        if match[2] or match[0].startswith("["):
            members.add(name)
        if match[1]:
            apis.add(name)
    return Assignments(frozenset(members), frozenset(apis), changes)
