"""Answers the editor's questions about the language in a thread of its own, one after the other.

The language is loaded for the first question: until then, of what there is to know only the latest is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from ide.models.editor_messages import Answered, Asked, ProjectRead
from ide.models.language_questions import CompletionAt, HoverAt, answer, texts_beside
from runtime.diagnostics import Diagnostic, Language
from runtime.project.model import Project

if TYPE_CHECKING:
    from runtime.compiler.wxml.syntax import Document
    from runtime.language.service import LanguageService

    News = Callable[[LanguageService], None]

_OF_A_MOMENT = (CompletionAt, HoverAt)


class LanguageDesk(QObject):
    """Signals: `answered` carries an `Answered` or a `ProjectRead` in the owner's thread, `moved` a move and the edits
    for it, with files as they were named before. What is told first counts for what is asked next. `shown_width`: that
    of the phone."""

    answered = Signal(object)
    moved = Signal(str, str, object)
    _done = Signal(object)
    _move_read = Signal(str, str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._service: LanguageService | None = None
        self._is_asked = False
        self._news: dict[str, News] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._newest: dict[type, int] = {}
        self.shown_width: Callable[[], int | None] = lambda: None
        self._done.connect(self.answered, Qt.ConnectionType.QueuedConnection)
        self._move_read.connect(self.moved, Qt.ConnectionType.QueuedConnection)

    def take(self, project: Project, templates: Mapping[str, Document]) -> None:
        """The project as it was built last."""

        def take(service: LanguageService) -> None:
            service.take(project, templates)
            self._done.emit(ProjectRead())

        self._tell("project", take)

    def take_findings(self, found: Sequence[Diagnostic]) -> None:
        """The findings of the last build."""
        self._tell("findings", lambda service: service.take_findings(found))

    def speak(self, language: Language) -> None:
        """The language of the words from now on."""
        self._tell("language", lambda service: service.speak(language))

    def edit(self, path: str, text: str) -> None:
        """The text of an open file."""
        self._tell(f"text {path}", lambda service: service.edit(path, text))

    def close_file(self, path: str) -> None:
        """A file is not open any more."""
        self._tell(f"text {path}", lambda service: service.close(path))

    def ask(self, asked: Asked) -> None:
        """`answered` follows, whatever becomes of it.

        While the user types, each key asks what may follow; only the newest of these is worth the time.
        """
        if isinstance(asked.question, HoverAt):
            width = self.shown_width()
            self._tell("screen", lambda service: service.show_on(width))
        self._newest[type(asked.question)] = asked.request_id
        self._is_asked = True
        self._hand_over()
        self._later(lambda: self._answer(asked))

    def move(self, old: str, new: str) -> None:
        """A file or folder has another name, and no build knows of it yet; `moved` follows."""
        self._is_asked = True
        self._hand_over()
        self._later(lambda: self._move_read.emit(old, new, self._loaded().move(old, new)))

    def close(self) -> None:
        """Waits for what is being answered and tells of nothing more."""
        # An answer that is on its way to this thread would arrive in spite of a cut connection.
        self.blockSignals(True)
        self._pool.clear()
        self._pool.waitForDone()

    def _tell(self, what: str, news: News) -> None:
        self._news[what] = news
        if self._is_asked:
            self._hand_over()

    def _hand_over(self) -> None:
        waiting, self._news = self._news, {}
        for news in waiting.values():
            self._later(lambda news=news: news(self._loaded()))  # type: ignore[misc]

    def _loaded(self) -> LanguageService:
        """In the thread of the answers."""
        if self._service is None:
            from runtime.language.service import LanguageService

            self._service = LanguageService()
        return self._service

    def _later(self, act: Callable[[], None]) -> None:
        self._pool.start(_Task(act))

    def _answer(self, asked: Asked) -> None:
        found: object = None
        texts: dict[str, str] = {}
        try:
            is_newest = self._newest[type(asked.question)] == asked.request_id
            if is_newest or not isinstance(asked.question, _OF_A_MOMENT):
                found = answer(self._loaded(), asked.question)
                texts = texts_beside(self._loaded(), asked.question, found)
        finally:
            # The page waits for an answer, whatever becomes of it.
            self._done.emit(Answered(asked.request_id, found, texts))


class _Task(QRunnable):
    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self._act = act

    def run(self) -> None:
        self._act()
