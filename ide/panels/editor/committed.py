"""The texts of open files in the last commit: marks in the gutter, and the comparison with one. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable

from ide.models.editor_messages import SetBase, ShowDifference
from ide.panels.editor.view import EditorView


class Committed:
    """`compared` is the file that is shown beside its text in the last commit; `discard_asked` hears of a wish."""

    def __init__(self, view: EditorView) -> None:
        self.compared = ""
        self.discard_asked: Callable[[str], None] = lambda path: None
        self._view = view
        self._texts: dict[str, str] = {}

    def tell(self, path: str, text: str | None) -> None:
        """What a file was in the last commit; None: it was not there, or is no text."""
        if text is None:
            self._texts.pop(path, None)
        else:
            self._texts[path] = text
        self._view.send(SetBase(path, text))

    def knows(self, path: str) -> bool:
        """Whether the last commit has a text of this file."""
        return path in self._texts

    def tell_again(self) -> None:
        """The page has started anew."""
        for path, text in self._texts.items():
            self._view.send(SetBase(path, text))

    def compare(self, path: str) -> None:
        """Shows a file, which is in front, beside its text in the last commit."""
        if path in self._texts:
            self.compared = path
            self._view.send(ShowDifference(path, self._texts[path], "commit"))

    def end(self) -> None:
        """Shows the file alone again."""
        self._view.send(ShowDifference(self.compared, None))
        self.compared = ""
