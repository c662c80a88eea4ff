"""The rows that a tree shows now: those of closed branches are not among them. Drawn by `ide.widgets.row_tree`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ide.models.console.lines import Span

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row. `path` names it among all; `is_open` None means that there is nothing inside.

    `edit_text` is what the user edits; None: it cannot be edited. `content` that costs something is made when drawn.
    `is_removable`: the user may take it out of the list.
    """

    path: Path
    content: tuple[Span, ...] | Callable[[], tuple[Span, ...]]
    is_open: bool | None = None
    edit_text: str | None = None
    depth: int = 0
    is_removable: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """What stands in the row."""
        return self.content() if callable(self.content) else self.content

    def text(self) -> str:
        """As plain text."""
        return "".join(span.text for span in self.spans)

    def indented(self) -> str:
        """As plain text that shows how deep it is."""
        return "  " * self.depth + self.text()
