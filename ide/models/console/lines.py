"""The building blocks of what a row shows: lines made of coloured spans, and what a click on a span does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ide.models.console.opened import Path
from runtime.protocol.stacks import StackFrame
from simulator.bridge.preview import Role

Tone = Literal["plain", "error", "warn", "debug", "divider"]
Icon = Literal[
    "", "error", "warn", "input", "result", "to_logic", "from_logic", "to_view", "from_view", "api", "notice"
]

LEFT_RIGHT_JOIN = "  "
RIGHT_JOIN = "   "
"""What stands between the parts of a line in copied text."""


@dataclass(frozen=True, slots=True)
class Toggle:
    """A click opens or closes the part at `path`.

    Members that are not here, `start` being the first of them, are asked for by `object_id`.
    """

    path: Path
    object_id: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A click opens the editor there. Line and column start at 1; 0 = unknown."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ToggleGroup:
    """A click opens or closes a group of rows."""

    number: int


Action = Toggle | Source | ToggleGroup
Mark = Literal["", "found", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one colour; `action` makes it clickable, `mark` lays a colour behind it; `css`
    is what the program says of its looks."""

    text: str
    role: Role = "plain"
    action: Action | None = None
    mark: Mark = ""
    css: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line before wrapping. `right` stands at the right edge."""

    spans: tuple[Span, ...]
    indent: int = 0
    right: tuple[Span, ...] = ()

    def lead(self) -> str:
        """What stands for the indentation in copied text."""
        return "  " * self.indent

    def text(self) -> str:
        """As plain text, for copying."""
        left = self.lead() + "".join(span.text for span in self.spans)
        right = RIGHT_JOIN.join(span.text for span in self.right)
        return left + LEFT_RIGHT_JOIN + right if right else left


@dataclass(frozen=True, slots=True)
class Content:
    """All that one row shows now."""

    lines: tuple[Line, ...]
    tone: Tone = "plain"
    icon: Icon = ""
    count: int = 1
    stamp: str = ""

    def text(self) -> str:
        """As plain text, for copying."""
        return "\n".join(line.text() for line in self.lines)


def source_span(frame: StackFrame, *, short: bool = False) -> Span | None:
    """The place of a frame, clickable; None for a frame outside the project, such as text that was evaluated."""
    if not frame.file or frame.file.startswith("("):
        return None
    name = frame.file.rsplit("/", 1)[-1] if short else frame.file
    place = f"{name}:{frame.line}" if frame.line else name
    if frame.column and not short:
        place += f":{frame.column}"
    return Span(place, "link", Source(frame.file, frame.line, frame.column))
