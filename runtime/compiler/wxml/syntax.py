"""What a WXML file says, as written: elements, attributes, texts, mustaches, each with its place in the source.

Nodes hold offsets into the source; `Source.span` turns them into lines and columns when a message needs them.
Meaning (directives, scopes, events) is left to `analyze`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from msgspec import Struct

from runtime.compiler.wxml.expressions.syntax import Expression
from runtime.diagnostics import Diagnostic, Span


@dataclass(frozen=True)
class Source:
    """A file's path (relative to the project root) and its text."""

    path: str
    text: str

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._line_starts, offset)

    def span(self, start: int, end: int) -> Span:
        """The stretch between two offsets, as lines and columns."""
        line, end_line = self.line(start), self.line(end)
        starts = self._line_starts
        return Span(self.path, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts


class Mustache(Struct, frozen=True):
    """`{{ … }}`. `expression` is None when it is empty or could not be read (then there is a diagnostic)."""

    raw: str
    expression: Expression | None
    start: int
    end: int


class Value(Struct, frozen=True):
    """Text with mustaches in it: of an attribute, or of a text node. A `str` piece has its escapes resolved."""

    raw: str
    pieces: tuple[str | Mustache, ...]
    start: int
    end: int

    @property
    def static(self) -> str | None:
        """The text when there is no mustache in it, else None."""
        if not self.pieces:
            return ""
        if len(self.pieces) == 1 and isinstance(self.pieces[0], str):
            return self.pieces[0]
        return None

    @property
    def whole(self) -> Mustache | None:
        """The mustache when there is nothing else: then the value keeps its type."""
        if len(self.pieces) == 1 and isinstance(self.pieces[0], Mustache):
            return self.pieces[0]
        return None


class Attribute(Struct, frozen=True):
    """`name="value"`; `value` is None for a bare attribute. `quote` is `"`, `'` or empty."""

    name: str
    value: Value | None
    quote: str
    start: int
    end: int


class Element(Struct, frozen=True):
    """A tag with what is in it. `name_end` ends the tag's name, `open_end` the start tag."""

    tag: str
    attributes: tuple[Attribute, ...]
    children: tuple[Node, ...]
    self_closing: bool
    start: int
    name_end: int
    open_end: int
    end: int

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name; the last one counts, as the platform has it."""
        for attribute in reversed(self.attributes):
            if attribute.name == name:
                return attribute
        return None

    def static(self, name: str) -> str | None:
        """The text of an attribute as written, mustaches and all; None when it is absent or bare."""
        attribute = self.attribute(name)
        if attribute is None or attribute.value is None:
            return None
        static = attribute.value.static
        return attribute.value.raw if static is None else static


class Text(Struct, frozen=True):
    """Text between tags, mustaches included. Comments end a text node."""

    value: Value
    start: int
    end: int


class Comment(Struct, frozen=True):
    """`<!-- … -->`; leaves nothing behind."""

    text: str
    start: int
    end: int


class Skipped(Struct, frozen=True):
    """Markup that the parser passed over, such as an end tag that closes nothing; kept for printing."""

    raw: str
    start: int
    end: int


Node = Element | Text | Comment | Skipped


@dataclass(frozen=True)
class Document:
    """A parsed file. There is always a tree; `diagnostics` says what was wrong with the text."""

    source: Source
    children: tuple[Node, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    def elements(self) -> Iterator[Element]:
        """All elements, in document order."""
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            if isinstance(node, Element):
                yield node
                stack.extend(reversed(node.children))
