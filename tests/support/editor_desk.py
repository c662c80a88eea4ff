"""The editor's presenter with a view that records, and with the page played by the test."""

from __future__ import annotations

from pathlib import Path

from ide.models.documents import Documents
from ide.models.editor_messages import AskText, Edited, Replaced, Text
from ide.models.journal import Journal
from ide.panels.editor.presenter import EditorPresenter
from tests.support.editor_view import RecordingEditorView


class EditorDesk:
    """A presenter with its view; `type` and `answer_text` play the page."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.view = RecordingEditorView()
        self.documents = Documents(root, Journal(root.parent / "journal", root))
        self.presenter = EditorPresenter(self.documents, self.view)

    def open(self, path: str) -> None:
        self.presenter.open(path)
        self.presenter.receive(Replaced(path, 1))

    def type(self, path: str, text: str, version: int = 2) -> None:
        self.presenter.receive(Edited(path, version))
        self.presenter.receive(Text(path, text, version))

    def answer_text(self, text: str, version: int = 2) -> None:
        asked = next(message for message in reversed(self.view.sent) if isinstance(message, AskText))
        self.presenter.receive(Text(asked.path, text, version, asked.request_id))
