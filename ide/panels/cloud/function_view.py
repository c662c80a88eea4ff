"""A cloud function: what it gets, what it has returned; or the question whether the project's functions may run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.panels.cloud.presenter import CloudPresenter
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import PlainLabel


class FunctionView(QFrame):
    """A part of the cloud panel."""

    def __init__(self, presenter: CloudPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._appearance = appearance
        self.event_text = QPlainTextEdit("{}", self)
        self.result = QPlainTextEdit(self)
        self.result.setReadOnly(True)
        self.call_button = QPushButton(self)
        self.fire_button = QPushButton(self)
        self.fire_button.setMenu(QMenu(self.fire_button))
        self._timers: Sequence[Mapping[str, str]] = ()
        self.trust_button = QPushButton(self)
        self.question = PlainLabel(parent=self)
        self.question.setWordWrap(True)
        self.took = PlainLabel(parent=self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.call_button.clicked.connect(self.call)
        self.trust_button.clicked.connect(presenter.ask_trust)
        dress(self, appearance, self._dress)

    def call(self) -> None:
        """Runs it; until it has ended it is not called again from here."""
        self._enable(is_ready=False)
        self._presenter.call(self.event_text.toPlainText())

    def fire(self, timer: str) -> None:
        """Runs it as its timer does."""
        self._enable(is_ready=False)
        self._presenter.fire_timer(timer)

    def ask_request(self) -> None:
        """Asks for the request that runs it; the event's text is the body."""
        texts = self._appearance.texts
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(texts("cloud.request"))
        dialog.setLabelText(texts("cloud.request.prompt"))
        dialog.setOkButtonText(texts("cloud.call"))
        dialog.setCancelButtonText(texts("answer.cancel"))
        dialog.setTextValue("GET /")
        dialog.textValueSelected.connect(self.request)
        dialog.open()

    def request(self, request: str) -> None:
        """Runs it as a request does."""
        self._enable(is_ready=False)
        self._presenter.request(request, self.event_text.toPlainText())

    def show_function(self, *, is_trusted: bool, timers: Sequence[Mapping[str, str]]) -> None:
        """Ready to be called, or the question."""
        self._enable(is_ready=True)
        self._stack.setCurrentIndex(1 if is_trusted else 0)
        self._timers = timers
        self._list_triggers()

    def show_result(self, text: str, duration_ms: int) -> None:
        """What it has returned, or why not."""
        self._enable(is_ready=True)
        self.result.setPlainText(text)
        self.took.setText(self._appearance.texts("cloud.took", ms=duration_ms))

    def _enable(self, *, is_ready: bool) -> None:
        for button in (self.call_button, self.fire_button):
            button.setEnabled(is_ready)

    def _list_triggers(self) -> None:
        menu, texts = self.fire_button.menu(), self._appearance.texts
        menu.clear()
        for timer in self._timers:
            name = timer["name"]
            label = texts("cloud.timer", name=name, schedule=timer["schedule"]).replace("&", "&&")
            menu.addAction(label, partial(self.fire, name))
        menu.addAction(texts("cloud.request"), self.ask_request)

    def _lay_out(self) -> None:
        asked, ready = QWidget(self), QWidget(self)
        column = QVBoxLayout(asked)
        column.addWidget(self.question)
        row = QHBoxLayout()
        row.addWidget(self.trust_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        column = QVBoxLayout(ready)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.event_text, 1)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.call_button)
        row.addWidget(self.fire_button)
        row.addWidget(self.took)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.result, 2)
        for shown in (asked, ready):
            self._stack.addWidget(shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _dress(self, appearance: Appearance) -> None:
        texts, font = appearance.texts, console_font(load_look(appearance.theme))
        for editor, key in ((self.event_text, "cloud.event"), (self.result, "cloud.result")):
            editor.setFont(font)
            editor.setPlaceholderText(texts(key))
            editor.setAccessibleName(texts(key))
        self.call_button.setText(texts("cloud.call"))
        self.fire_button.setText(texts("cloud.fire"))
        self._list_triggers()
        self.trust_button.setText(texts("cloud.trust.yes"))
        self.question.setText(texts("cloud.trust"))
