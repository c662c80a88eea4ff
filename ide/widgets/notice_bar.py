"""A line over some content that says what happened and offers answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ide.models.question import Notice
from ide.models.texts import Texts
from ide.widgets.plain_text import PlainLabel


class NoticeBar(QFrame):
    """Hidden as long as there is nothing to say. `answered` carries the answer whose button was pressed."""

    answered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self._label = PlainLabel(parent=self)
        self._label.setWordWrap(True)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(10, 4, 10, 4)
        self._layout.addWidget(self._label, 1)
        self._buttons: list[QPushButton] = []
        self.notice: Notice | None = None
        self.hide()

    def show_notice(self, notice: Notice | None, texts: Texts) -> None:
        """Shows a notice in place of the one before; None takes it away."""
        self.notice = notice
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._label.setText(texts(f"notice.{notice.key}", **notice.arguments))
        for answer in notice.answers:
            button = QPushButton(texts(f"answer.{answer}"), self)
            button.setObjectName(f"notice_{answer}")
            button.clicked.connect(lambda checked=False, chosen=answer: self.answered.emit(chosen))
            self._layout.addWidget(button)
            self._buttons.append(button)
