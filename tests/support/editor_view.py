"""An editor panel without Qt: notes what the presenter draws and sends; answers questions as a test says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ide.models.editor_messages import ToPage
from ide.models.question import Notice, Question
from ide.panels.editor.view import Tab


class RecordingEditorView:
    """Implements `ide.panels.editor.view.EditorView`."""

    def __init__(self) -> None:
        self.sent: list[ToPage] = []
        self.tabs: Sequence[Tab] = ()
        self.active = ""
        self.shown = "nothing"
        self.notice: Notice | None = None
        self.reports: list[str] = []
        self.later: list[Callable[[], None]] = []
        self.questions: list[Question] = []
        self.answers: list[str] = []
        self.save_path = ""

    def send(self, message: ToPage) -> None:
        self.sent.append(message)

    def show_tabs(self, tabs: Sequence[Tab], active: str) -> None:
        self.tabs, self.active = tabs, active

    def show_text(self) -> None:
        self.shown = "text"

    def show_refusal(self, path: Path, reason: str, detail: str) -> None:
        self.shown = f"refusal {reason}"

    def show_nothing(self) -> None:
        self.shown = "nothing"

    def show_notice(self, notice: Notice | None) -> None:
        self.notice = notice

    def show_cursor(self, line: int, column: int, selected: int) -> None:
        pass

    def after(self, delay_ms: int, act: Callable[[], None]) -> None:
        self.later.append(act)

    def report(self, key: str, arguments: Mapping[str, str]) -> None:
        self.reports.append(key)

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        self.questions.append(question)
        answered(self.answers.pop(0))

    def ask_save_path(self, initial: str, answered: Callable[[str], None]) -> None:
        answered(self.save_path)
