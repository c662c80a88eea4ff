"""Changes of an inline style as a template writes it: declarations, some of them with mustaches in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PIECE = re.compile(r"""\{\{[^}]*+(?:\}(?!\})[^}]*+)*+\}\}|"[^"]*+"?|'[^']*+'?|[();]|[^"'();{]++|\{""")


@dataclass(frozen=True, slots=True)
class InlineDeclaration:
    """`name: value` between two offsets of the style; `is_bound`: it has a mustache, so that data decides."""

    name: str
    value: str
    start: int
    end: int

    @property
    def is_bound(self) -> bool:
        """Whether data decides about it."""
        return "{{" in self.name or "{{" in self.value


def read_inline(style: str) -> list[InlineDeclaration]:
    """The declarations of a `style` attribute. A mustache that stands alone is one with no name."""
    found = []
    for start, end in _stretches(style):
        piece = style[start:end]
        name, colon, value = piece.partition(":")
        is_named = bool(colon) and "{{" not in name
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            shown = (name.strip(), value.strip()) if is_named else ("", piece.strip())
            found.append(InlineDeclaration(*shown, start + lead, start + len(piece.rstrip())))
    return found


def set_inline(style: str, index: int, name: str, value: str) -> str | None:
    """The style with another declaration in place of one, or behind all (`index` as many as there are).

    Without a name or value it goes. None: there is no such one, or data decides about it.
    """
    declarations = read_inline(style)
    text = f"{name.strip()}: {value.strip()}" if name.strip() and value.strip() else ""
    if index == len(declarations):
        head = style.rstrip().rstrip(";")
        return f"{head}; {text}" if head and text else text or style
    if not 0 <= index < len(declarations) or declarations[index].is_bound:
        return None
    one = declarations[index]
    if text:
        return style[: one.start] + text + style[one.end :]
    rest = style[one.end :].lstrip()
    return (style[: one.start].rstrip() + (" " if one.start and rest[1:].strip() else "") + rest[1:].lstrip()).strip()


def _stretches(style: str) -> Iterator[tuple[int, int]]:
    start, depth = 0, 0
    for match in _PIECE.finditer(style):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
        elif match[0] == ";" and depth == 0:
            yield start, match.start()
            start = match.end()
    yield start, len(style)
