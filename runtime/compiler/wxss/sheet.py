"""What one style file compiles to, before its imports are put in.

A sheet is a list of pieces. Text, rpx lengths and the class prefix go to the view as they are
(resources/docs/wire.md, "Styles"); the marks are settled when sheets are linked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

from runtime.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from runtime.compiler.wxss.chunks import Chunk


class HostMark(Struct, frozen=True, tag=True):
    """The place of `:host`: a selector for the component that owns the linked sheet."""


class ImportMark(Struct, frozen=True, tag=True):
    """The place of `@import`. `media` is the condition behind the path, mostly empty."""

    name: str
    media: str
    span: Span

    def at(self, span: Span) -> ImportMark:
        """The same in another place."""
        return ImportMark(self.name, self.media, span)


class UrlMark(Struct, frozen=True, tag=True):
    """The place of a local path in `url()`; quotation marks stand around it."""

    name: str
    span: Span

    def at(self, span: Span) -> UrlMark:
        """The same in another place."""
        return UrlMark(self.name, span)


BLANKS = " \t\n"
"""What is blank in a style sheet; to Python more is, and a selector may begin with that."""

Piece = str | float | None | HostMark | ImportMark | UrlMark


class StyleRule(Struct, frozen=True, tag=True):
    """Where a rule stands in the source, in the order in which rules follow in the compiled text.

    `places`, of a rule that a style language has compiled: file, line and column that each of its lines comes from.
    """

    selector: str
    file: str
    line: int
    column: int
    places: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class StyleUnit:
    """One compiled style file. Between two pieces nothing is missing: joined, they are the CSS text.

    `chunks`: its top-level rules by their text, for compiling the file again.
    """

    path: str
    pieces: tuple[Piece, ...]
    rules: tuple[StyleRule | ImportMark, ...]
    diagnostics: tuple[Diagnostic, ...]
    chunks: Mapping[str, Chunk] = field(default_factory=dict, compare=False, repr=False)
