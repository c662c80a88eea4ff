"""The classes and ids in the selectors of one style file, each where it stands first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runtime.compiler.wxss.sheet import StyleRule, StyleUnit
from runtime.diagnostics import Span

_NAME = re.compile(
    r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|\[[^\]]*\]|:not\([^)]*\)|\\.|[.#](?P<name>-?[_a-zA-Z\u0080-\uffff][\w\-\u0080-\uffff]*)",
    re.DOTALL,
)
# Parts of built-in components, which the platform draws with classes of its own.
_INNER = ("wx-", "uni-")
_LONGEST_LINE = 400
"""What has longer ones was written by a tool."""


@dataclass(frozen=True, slots=True)
class NamedSelector:
    """A name with its sign, and the place."""

    name: str
    span: Span


def named_selectors(unit: StyleUnit) -> tuple[NamedSelector, ...]:
    """Of the rules that stand in the file itself; none of a file that nobody wrote by hand."""
    rules = [rule for rule in unit.rules if isinstance(rule, StyleRule) and rule.file == unit.path]
    if any(rule.column > _LONGEST_LINE for rule in rules):
        return ()
    found: dict[str, NamedSelector] = {}
    for rule in rules:
        for match in _NAME.finditer(rule.selector):
            name = match["name"]
            if name and not name.startswith(_INNER) and match[0] not in found:
                found[match[0]] = NamedSelector(match[0], _span(rule, match.start(), len(match[0])))
    return tuple(found.values())


def _span(rule: StyleRule, at: int, length: int) -> Span:
    before = rule.selector[:at]
    if rule.places:
        # A style language put the selector together: its rule is what can be pointed at.
        file, line, column = rule.places[min(before.count("\n"), len(rule.places) - 1)]
        return Span(file, line, column, line, column + 1)
    line = rule.line + before.count("\n")
    column = len(before) - before.rfind("\n") if "\n" in before else rule.column + len(before)
    return Span(rule.file, line, column, line, column + length)
