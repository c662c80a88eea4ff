"""What the service answers: frozen data that any editor can show. Paths are relative to the project folder.

Positions are those of the Language Server Protocol: lines and UTF-16 units, both from 0 (`position.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SuggestionKind = Literal[
    "tag", "component", "attribute", "directive", "event", "property", "value", "method", "data", "variable", "class",
    "template", "module", "function", "file", "key", "snippet",
]  # fmt: skip
SymbolKind = Literal["element", "template", "module", "rule", "at-rule", "variable", "mixin", "object", "list", "key"]


TokenKind = Literal[
    "type", "class", "property", "event", "method", "variable", "parameter", "namespace", "function", "keyword",
    "string", "number", "comment",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """`character` counts UTF-16 units of the line."""

    line: int
    character: int


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A stretch of text; the end is exclusive."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file."""

    path: str
    range: Range


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One entry of a completion list.

    `insert` is a snippet (`$1`, `$0`) when `is_snippet`; `rank` puts entries in order before their names do;
    `goes_on`: completion is wanted again when it has been inserted. `filter`: what is typed is held against this, if it
    is not the label. `also`: edits of other files that go with it.
    """

    label: str
    kind: SuggestionKind
    insert: str
    detail: str = ""
    documentation: str = ""
    rank: int = 0
    is_snippet: bool = False
    goes_on: bool = False
    filter: str = ""
    also: tuple[FileEdits, ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand at `range`, which holds what is typed of it already."""

    range: Range
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Hover:
    """Markdown about what stands at `range`."""

    text: str
    range: Range


@dataclass(frozen=True, slots=True)
class Definitions:
    """Where that which stands at `range` is defined."""

    range: Range
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """`text` in place of what stands at `range`."""

    range: Range
    text: str


@dataclass(frozen=True, slots=True)
class FileEdits:
    """Edits of one file, in the order of the text; none reaches into another."""

    path: str
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Indent:
    """How far a line is set in for each level: blanks, or one tab that is so many columns wide."""

    size: int
    uses_tabs: bool = False


@dataclass(frozen=True, slots=True)
class Formatting:
    """The edits that put a text in order; with a `refusal` there are none, and this says why."""

    edits: tuple[TextEdit, ...] = ()
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Renaming:
    """The edits that give something another name; with a `refusal` there are none, and this says why."""

    files: tuple[FileEdits, ...] = ()
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class RenameTarget:
    """What a rename would change: the name that stands at `range`."""

    range: Range
    name: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A line of the outline. `range` is all of it, `name_range` what is shown when it is chosen."""

    name: str
    detail: str
    kind: SymbolKind
    range: Range
    name_range: Range
    children: tuple[Symbol, ...] = ()


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that can be shown as their first one; both are still seen when they are. From 0."""

    start: int
    end: int
    is_comment: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of one line, and what it is: `class` is a component's tag or a class, `parameter` a loop's variable,
    `namespace` a wxs module."""

    range: Range
    kind: TokenKind


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in the text; channels from 0 to 1."""

    range: Range
    red: float
    green: float
    blue: float
    alpha: float


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend the finding `code` at `range`."""

    title: str
    code: str
    range: Range
    files: tuple[FileEdits, ...]
    is_preferred: bool = False
