"""After a file or folder has another name: offers to change the files that name it. What is changed stays unsaved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from ide.models.question import Question
from ide.panels.editor.panel import EditorPanel
from ide.shell.language_desk import LanguageDesk
from runtime.language.answers import FileEdits

MAX_NAMED = 12
"""Files that the question names."""


class MoveDesk(QObject):
    """Asks the language what to change, and the user whether to."""

    def __init__(self, language: LanguageDesk, editor: EditorPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._language, self._editor = language, editor
        language.moved.connect(self._offer)

    def moved(self, old: str, new: str) -> None:
        """It has another name on the disk; paths are relative to the project folder."""
        self._language.move(old, new)

    def _offer(self, old: str, new: str, found: tuple[FileEdits, ...]) -> None:
        files = [_after(one, old, new) for one in found]
        presenter = self._editor.presenter
        if not files or presenter is None:
            return

        def answered(answer: str) -> None:
            # Another project may be open by now.
            if answer == "mend" and self._editor.presenter is presenter:
                presenter.edit(files)

        named = [file.path for file in files[:MAX_NAMED]]
        shown = "\n".join((*named, *("…",) * (len(files) > MAX_NAMED)))
        self._editor.ask(Question("mend_names", ("mend", "leave"), {"files": shown}), answered)


def _after(file: FileEdits, old: str, new: str) -> FileEdits:
    """The edits for the file as it is named now."""
    is_moved = file.path == old or file.path.startswith(f"{old}/")
    return replace(file, path=new + file.path[len(old) :]) if is_moved else file
