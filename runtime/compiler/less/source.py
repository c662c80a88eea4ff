"""The text of one Less file, places in it, and the error that ends the work on one statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from runtime.compiler.stylesheet import with_plain_lines
from runtime.diagnostics import Diagnostic, Span

_COMMENT = re.compile(
    r""""(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|\\.|url\(\s*[^"'\s)][^)]*\)|//[^\n]*|/\*.*?(?:\*/|\Z)""",
    re.DOTALL | re.IGNORECASE,
)


class LessSource:
    """A file whose comments are blanked, so that offsets stay those of the file."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = _COMMENT.sub(_blanked, with_plain_lines(text))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def _blanked(match: re.Match[str]) -> str:
    text = match[0]
    if not text.startswith(("//", "/*")):
        return text
    return re.sub(r"[^\n]", " ", text)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a file."""

    source: LessSource
    offset: int

    def span(self, length: int = 1) -> Span:
        """The span of some characters from here; it ends at the end of the line."""
        line, column = self.source.place(self.offset)
        end = self.source.text.find("\n", self.offset)
        limit = (end if end >= 0 else len(self.source.text)) - self.offset
        return Span(self.source.path, line, column, line, column + min(length, limit))


class LessError(Exception):
    """A mistake in the source. `place` may be filled in by whoever knows it."""

    def __init__(self, code: str, place: Place | None = None, args: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code, self.place, self.details = code, place, dict(args or {})

    @classmethod
    def of(cls, error: LessError | RecursionError) -> LessError:
        """What is nested deeper than Python's own stack is a mistake like others."""
        return error if isinstance(error, LessError) else cls("less/too-deep")

    def diagnostic(self, fallback: Place) -> Diagnostic:
        """The finding; `fallback` is the place of the statement."""
        place = self.place or fallback
        return Diagnostic(self.code, place.span(), self.details)


class LessStopped(Exception):
    """The time for the file is over."""
