"""Declarations that a browser drops: of no property that there is, without a value, or run into the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.rule import StyleFile, StyleFileRule
from runtime.diagnostics import Diagnostic, Span
from runtime.project.paths import closest

_BLANKED = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?|url\([^)\n]*+\)?", re.DOTALL)
_DECLARATION = re.compile(r"(?<=[{;])\s*([A-Za-z][\w-]*)[ \t]*:([^{};]*)(?=[;}])")
_RUNS_INTO = re.compile(r"[ \t]*\n\s*([a-z][a-z-]*)[ \t]*:[ \t]")
_DESCRIPTORS = re.compile(r"@(?:font-face|page|property|counter-style)\b[^{}]*\{[^{}]*\}")
_PLAIN = (".wxss", ".css")


def _check(file: StyleFile) -> Iterator[Diagnostic]:
    if not file.unit.path.endswith(_PLAIN):
        return  # the editor reads Less and Sass itself, and their compilers know more than names
    text = _BLANKED.sub(_blank, file.text)
    text = _DESCRIPTORS.sub(_blank, text)
    for match in _DECLARATION.finditer(text):
        name, value = match[1], match[2]
        if value.lstrip().startswith("//"):
            continue  # an address in what is meant as a comment, which is told
        if name.lower() not in file.properties:
            meant = closest(name.lower(), list(file.properties)) or "–"
            yield Diagnostic("wxss/unknown-property", _span(file, *match.span(1)), {"name": name, "meant": meant})
        elif not value.strip() and not file.text[match.start(2) : match.end(2)].strip():
            yield Diagnostic("wxss/empty-value", _span(file, *match.span(1)), {"name": name})
        next_one = _RUNS_INTO.search(value)
        if next_one is not None and "(" not in value and next_one[1] in file.properties:
            end = match.start(2) + next_one.start()
            yield Diagnostic("wxss/missing-semicolon", _span(file, match.start(1), end), {"name": next_one[1]})


def _blank(match: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in match[0].split("\n"))


def _span(file: StyleFile, start: int, end: int) -> Span:
    """The place of a stretch of one line."""
    line = file.text.count("\n", 0, start) + 1
    column = start - file.text.rfind("\n", 0, start)
    return Span(file.unit.path, line, column, line, column + end - start)


RULE = StyleFileRule(
    ("wxss/unknown-property", "wxss/empty-value", "wxss/missing-semicolon"),
    "Observed: the browser of the view drops such declarations",
    _check,
)
