"""Saving a document: asks the page for its text, writes it, and asks the user when that is refused. Knows no Qt.

A page that does not answer keeps nothing from being saved: what it said last is written, some keys ago at most.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ide.models.documents import Documents
from ide.models.editor_messages import AskText
from ide.models.question import Question
from ide.panels.editor.view import EditorView

ANSWER_MS = 2000
Then = Callable[[bool], None]


class Saving:
    """`may_write` looks at the disk first: False if somebody else has changed the file and the user is asked."""

    def __init__(
        self, documents: Documents, view: EditorView, may_write: Callable[[str], bool], saved: Callable[[], None]
    ) -> None:
        self._documents = documents
        self._view = view
        self._may_write = may_write
        self._saved = saved
        self._requests: dict[int, Callable[[], None]] = {}
        self._next_request = 1

    def save(self, path: str, then: Then) -> None:
        """Saves an open document; `then` hears whether it is on disk."""
        request_id = self._ask(path, lambda: self._write(path, then))
        self._view.after(ANSWER_MS, lambda: self._unanswered(path, request_id))

    def hear(self, path: str, then: Callable[[], None]) -> None:
        """Calls `then` when the document has the text that the page has now, or the page does not answer."""
        request_id = self._ask(path, then)
        self._view.after(ANSWER_MS, lambda: self.text_arrived(request_id))

    def _ask(self, path: str, then: Callable[[], None]) -> int:
        request_id, self._next_request = self._next_request, self._next_request + 1
        self._requests[request_id] = then
        self._view.send(AskText(path, request_id))
        return request_id

    def text_arrived(self, request_id: int) -> None:
        """The page has answered, and the document has the text."""
        self._requests.pop(request_id, lambda: None)()

    def _unanswered(self, path: str, request_id: int) -> None:
        write = self._requests.pop(request_id, None)
        if write:
            write()
            self._view.report("saved_last_heard", {"file": path})

    def page_crashed(self) -> None:
        """No answer will come: what was heard last is what is saved."""
        requests, self._requests = self._requests, {}
        for write in requests.values():
            write()

    def _write(self, path: str, then: Then) -> None:
        if path not in self._documents or not self._may_write(path):
            then(False)
            return
        refused = self._documents.save(path)
        if refused is None:
            self._saved()
            then(True)
            return
        answers = ("overwrite", "save_copy", "cancel") if refused.reason != "disk_full" else ("save_copy", "cancel")
        question = Question(f"save_{refused.reason}", answers, {"file": path, "detail": refused.detail})
        self._view.ask(question, lambda answer: self._answered(path, answer, then))

    def _answered(self, path: str, answer: str, then: Then) -> None:
        if answer == "overwrite":
            refused = self._documents.save(path, force=True)
            if refused:
                self._view.report("not_saved", {"file": path, "detail": refused.detail or refused.reason})
            then(refused is None)
            return
        if answer == "save_copy":
            place = str(self._documents.root / path)
            self._view.ask_save_path(place, lambda target: self._save_copy(path, target))
        then(False)

    def _save_copy(self, path: str, target: str) -> None:
        refused = self._documents.save_copy(path, Path(target))
        key = "not_saved" if refused else "copy_saved"
        self._view.report(key, {"file": target, "detail": (refused.detail or refused.reason) if refused else ""})
