"""Dims the phone when its program hangs, has crashed or is in the background, says why, and offers the way back."""

from __future__ import annotations

from html import escape
from itertools import chain

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.widgets.arrival_form import ArrivalForm
from ide.widgets.plain_text import PlainLabel
from simulator.running.recovery import frames_of

_ANSWERS = {
    "hung": ("restart_here", "restart_first"),
    "crashed": ("restart_here", "restart_first"),
    "background": ("come_back",),
}
"""What the user may answer in each state that dims the phone."""


class MishapOverlay(QWidget):
    """Lies over the phone's area. `answered` carries one of the state's answers, `source_asked` a place; `came_back`
    from where the user comes back (`Arrival`)."""

    answered = Signal(str)
    came_back = Signal(object)
    source_asked = Signal(str, int)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._area = parent
        self._state = ("", "")
        self.card = QFrame(self)
        self.card.setObjectName("mishap_card")
        self.title = PlainLabel(parent=self.card)
        self.title.setObjectName("mishap_title")
        self.detail = QLabel(self.card)
        self.buttons = {
            answer: QPushButton(self.card) for answer in dict.fromkeys(chain.from_iterable(_ANSWERS.values()))
        }
        texts = appearance.texts
        self.arrival = ArrivalForm(texts, texts("arrival.as_before"), self.card)
        self.arrival.checked.connect(self.buttons["come_back"].setEnabled)
        for label in (self.title, self.detail):
            label.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.RichText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.detail.linkActivated.connect(self._open)
        self._lay_out()
        for answer, button in self.buttons.items():
            button.setObjectName(f"mishap_{answer}")
            button.clicked.connect(lambda checked=False, answer=answer: self._answer(answer))
        for answers in _ANSWERS.values():
            self.buttons[answers[0]].setDefault(True)
        parent.installEventFilter(self)
        self.hide()

    def show_state(self, state: str, detail: str) -> None:
        """Shows itself in a state that has answers; else goes away."""
        self._state = (state, detail)
        answers = _ANSWERS.get(state, ())
        if not answers:
            self.hide()
            return
        texts = self._appearance.texts
        self.title.setText(texts(f"mishap.{state}"))
        self.detail.setText(_linked(detail, self._appearance.theme.colors["accent"]))
        self.detail.setVisible(bool(detail))
        self.arrival.setVisible("come_back" in answers)
        for answer, button in self.buttons.items():
            button.setText(texts(f"mishap.{answer}"))
            button.setVisible(answer in answers)
        self.setGeometry(self._area.rect())
        self.show()
        self.raise_()

    def speak(self) -> None:
        """Another language."""
        self.arrival.speak(self._appearance.texts, self._appearance.texts("arrival.as_before"))
        self.show_state(*self._state)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._appearance.theme.colors["phone_shade"]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.rect())
        return super().eventFilter(watched, event)

    def _answer(self, answer: str) -> None:
        if answer == "come_back":
            self.came_back.emit(self.arrival.arrival)
        else:
            self.answered.emit(answer)

    def _open(self, link: str) -> None:
        for frame in frames_of(self._state[1]):
            self.source_asked.emit(frame.file, frame.line)

    def _lay_out(self) -> None:
        gap = self._appearance.theme.sizes["gap"]
        inner = QVBoxLayout(self.card)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(2 * gap)
        inner.addWidget(self.title)
        inner.addWidget(self.detail)
        inner.addWidget(self.arrival)
        for button in self.buttons.values():
            inner.addWidget(button)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self.card)
        outer.addStretch(1)


def _linked(detail: str, color: str) -> str:
    """The text with the place in it, if there is one, to be clicked."""
    frames = frames_of(detail)
    if not frames:
        return escape(detail)
    place = f"{frames[0].file}:{frames[0].line}" if frames[0].line else frames[0].file
    link = f'<a href="source" style="color: {color}">{escape(place)}</a>'
    return f"{escape(frames[0].function)}<br>{link}"
