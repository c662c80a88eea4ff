"""What a fix is made from, and the edits that it is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from runtime.diagnostics import Diagnostic
from runtime.language.answers import FileEdits, Fix, Range, TextEdit
from runtime.language.documents import Documents, OpenText
from runtime.language.words import Words


@dataclass(frozen=True)
class Finding:
    """A finding in the text as it is now. `start` and `end` are its offsets; `text` is what stands between them."""

    documents: Documents
    words: Words
    opened: OpenText
    diagnostic: Diagnostic
    start: int
    end: int

    @property
    def text(self) -> str:
        """What the finding is about."""
        return self.opened.text[self.start : self.end]

    def argument(self, name: str) -> str:
        """An argument of the finding; "" for one that says nothing."""
        value = self.diagnostic.args.get(name, "")
        return "" if value == "–" else value

    def replace(self, title: str, start: int, end: int, text: str, *, is_preferred: bool = True) -> Fix:
        """A fix of one edit in the same file."""
        return self.fix(title, ((start, end, text),), is_preferred=is_preferred)

    def fix(self, title: str, edits: tuple[tuple[int, int, str], ...], *, is_preferred: bool = True) -> Fix:
        """A fix of some edits in the same file, each as start, end and new text."""
        lines = self.opened.lines
        made = tuple(sorted(TextEdit(lines.range(start, end), text) for start, end, text in edits))
        return self.elsewhere(title, self.opened.outer, made, is_preferred=is_preferred)

    def elsewhere(self, title: str, outer: str, edits: tuple[TextEdit, ...], *, is_preferred: bool = True) -> Fix:
        """A fix in any file."""
        place: Range = self.opened.lines.range(self.start, self.end)
        return Fix(title, self.diagnostic.code, place, (FileEdits(outer, edits),), is_preferred)


Mend = Callable[[Finding], list[Fix]]
