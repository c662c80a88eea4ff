"""Formats a file of any language that there is a formatter for; says why where it stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from runtime.compiler.languages import STYLE_LANGUAGES, TEMPLATE_ENDINGS, ending_of
from runtime.language.answers import Formatting, Indent, Range, TextEdit
from runtime.language.formatting.styles import format_style
from runtime.language.formatting.wxml import Unformatted, format_wxml
from runtime.language.position import Lines
from runtime.language.words import Words

FORMATTED = (*TEMPLATE_ENDINGS, *(ending for ending in STYLE_LANGUAGES if ending != ".sass"))
"""Endings of files that can be formatted. The indented form of Sass means something by its blanks."""


def format_text(path: str, text: str, indent: Indent, built_in: Iterable[str]) -> str | Unformatted:
    """The text in order, with the line ends that it has. `path` ends in one of `FORMATTED`."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    is_template = ending_of(path) in TEMPLATE_ENDINGS
    made = format_wxml(plain, indent, built_in) if is_template else format_style(path, plain, indent)
    return made.replace("\n", line_end) if isinstance(made, str) else made


def format_edits(
    path: str, lines: Lines, words: Words, indent: Indent, built_in: Iterable[str], within: Range | None
) -> Formatting:
    """The edits for a text; `within`: those that touch these lines alone."""
    if not path.endswith(FORMATTED):
        return Formatting(refusal=words("format.none", path=path))
    made = format_text(path, lines.text, indent, built_in)
    if isinstance(made, Unformatted):
        return Formatting(refusal=words("format.broken", path=path, line=made.line))
    return Formatting(tuple(_edits(lines, made, within)))


def _edits(lines: Lines, made: str, within: Range | None) -> Iterator[TextEdit]:
    before, after = _split(lines.text), _split(made)
    starts = list(accumulate(map(len, before), initial=0))
    for first, last, new_first, new_last in _changes(before, after):
        if within is None or (first <= within.end.line and within.start.line < max(last, first + 1)):
            yield TextEdit(lines.range(starts[first], starts[last]), "".join(after[new_first:new_last]))


def _changes(before: list[str], after: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of lines that differ and say the same: each may be changed without the others."""
    first = new_first = 0
    old = new = ""
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        if not old and not new:
            first, new_first = start, new_start
            if kind == "equal":
                continue
        old += _said(before[start:end])
        new += _said(after[new_start:new_end])
        if old == new:
            yield first, end, new_first, new_end
            old = new = ""
        elif end == len(before) and new_end == len(after):
            yield first, end, new_first, new_end


def _said(lines: Iterable[str]) -> str:
    """What a formatter neither takes away nor adds."""
    return "".join("".join(lines).split()).replace(";", "")


def _split(text: str) -> list[str]:
    """The lines as an editor has them, with their ends."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
