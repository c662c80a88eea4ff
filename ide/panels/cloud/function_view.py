"""A cloud function: what it gets, what it has returned; or the question whether the project's functions may run."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
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
        self.trust_button = QPushButton(self)
        self.question = PlainLabel(parent=self)
        self.question.setWordWrap(True)
        self.took = PlainLabel(parent=self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.call_button.clicked.connect(self.call)
        self.trust_button.clicked.connect(presenter.trust)
        dress(self, appearance, self._dress)

    def call(self) -> None:
        """Runs it; until it has ended it is not called again from here."""
        self.call_button.setEnabled(False)
        self._presenter.call(self.event_text.toPlainText())

    def show_function(self, *, is_trusted: bool) -> None:
        """Ready to be called, or the question."""
        self.call_button.setEnabled(True)
        self._stack.setCurrentIndex(1 if is_trusted else 0)

    def show_result(self, text: str, duration_ms: int) -> None:
        """What it has returned, or why not."""
        self.call_button.setEnabled(True)
        self.result.setPlainText(text)
        self.took.setText(self._appearance.texts("cloud.took", ms=duration_ms))

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
        self.trust_button.setText(texts("cloud.trust.yes"))
        self.question.setText(texts("cloud.trust"))
