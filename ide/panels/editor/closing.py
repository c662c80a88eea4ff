"""Closing files: asks once about all that is unsaved in them, and saves, gives up or keeps it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ide.models.documents import Documents
from ide.models.question import Question
from ide.panels.editor.view import EditorView

_ANSWERS = ("save", "discard", "cancel")
Save = Callable[[str, Callable[[bool], None]], None]


class Closing:
    """`save` writes one file and says whether it is on disk."""

    def __init__(self, documents: Documents, view: EditorView, save: Save) -> None:
        self._documents = documents
        self._view = view
        self._save = save

    def ask(self, paths: Sequence[str], go_on: Callable[[], None]) -> None:
        """Goes on when nothing is unsaved in these files any more, or the user gives it up; not if he cancels."""
        dirty = [path for path in paths if path in self._documents and self._documents[path].is_dirty]
        if not dirty:
            go_on()
            return
        question = Question("quit_unsaved", _ANSWERS, {"files": "\n".join(dirty)})
        if len(dirty) == 1:
            question = Question("close_unsaved", _ANSWERS, {"file": dirty[0]})

        def answered(answer: str) -> None:
            if answer == "save":
                self._save_in_turn(dirty, go_on)
            elif answer == "discard":
                go_on()

        self._view.ask(question, answered)

    def _save_in_turn(self, paths: Sequence[str], go_on: Callable[[], None]) -> None:
        """One after the other; stops at the first that cannot be saved."""
        if paths:
            self._save(paths[0], lambda ok: self._save_in_turn(paths[1:], go_on) if ok else None)
        else:
            go_on()
