"""Editors for world values by their kinds: slider with number, choice, switch, text. Each tells the presenter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSlider, QWidget

from ide.widgets.choice_box import ChoiceBox
from runtime.world.kinds import Choice, Flag, Form, Kind, Number, Text

MOST_STEPS = 2000
"""A slider with more of them could not be put on one."""
_DECIMALS = 6
_LINES_OF_JSON = 4

Set = Callable[[Any], bool]


class ValueEditor(Protocol):
    """One of the editors."""

    def show_value(self, value: Any) -> None:
        """Shows a value without telling anybody; what the user is typing stays."""


def editor_of(
    kind: Kind, options: Sequence[str], set_value: Set, set_text: Callable[[str], bool], parent: QWidget
) -> QWidget:
    """The editor of a kind; it has `show_value` (see `ValueEditor`). `options` are the words of a choice."""
    match kind:
        case Number():
            return NumberEditor(kind, set_value, parent)
        case Choice():
            return ChoiceEditor(kind, options, set_value, parent)
        case Flag():
            return FlagEditor(set_value, parent)
        case Text():
            return TextEditor(set_text, parent)
        case Form():
            return JsonEditor(set_text, parent)


class NumberBox(QDoubleSpinBox):
    """A number of a kind with its unit. Leaves the wheel to the page around it."""

    def __init__(self, kind: Number, changed: Callable[[Any], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(kind.low, kind.high)
        self.setDecimals(0 if kind.is_whole else _DECIMALS if kind.step < 0.01 else 2)
        self.setSingleStep(kind.step)
        self.setSuffix(f" {kind.unit}" if kind.unit else "")
        self.setKeyboardTracking(False)
        self.valueChanged.connect(lambda value: changed(int(value) if kind.is_whole else value))

    def show_number(self, value: float) -> None:
        """While the user types nothing is put in the way."""
        if not self.is_edited:
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)

    @property
    def is_edited(self) -> bool:
        """Whether the user types."""
        return self.lineEdit().isModified() and self.hasFocus()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Slider(QSlider):
    """The same."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberEditor(QWidget):
    """A number with its unit, and a slider where that can be put on every step."""

    def __init__(self, kind: Number, set_value: Set, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._set = set_value
        self.box = NumberBox(kind, self._typed, self)
        self.box.setMinimumWidth(110)
        self.setFocusProxy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.slider: QSlider | None = None
        steps = round((kind.high - kind.low) / kind.step)
        if steps <= MOST_STEPS:
            self.slider = _Slider(Qt.Orientation.Horizontal, self)
            self.slider.setRange(0, steps)
            self.slider.valueChanged.connect(lambda place: self.box.setValue(kind.low + place * kind.step))
            layout.addWidget(self.slider, 1)
        layout.addWidget(self.box, 0 if self.slider else 1)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        # This is where the keyboard is, and what a screen reader reads.
        self.box.setAccessibleName(name)

    def show_value(self, value: Any) -> None:
        """While the user types nothing is put in the way."""
        if not self.box.is_edited:
            self._show(float(value))

    def _show(self, value: float) -> None:
        for widget in filter(None, (self.box, self.slider)):
            widget.blockSignals(True)
        self.box.setValue(value)
        if self.slider:
            self.slider.setValue(round((value - self._kind.low) / self._kind.step))
        for widget in filter(None, (self.box, self.slider)):
            widget.blockSignals(False)

    def _typed(self, value: float) -> None:
        self._show(value)
        self._set(value)


class ChoiceEditor(ChoiceBox):
    """One of a few."""

    def __init__(self, kind: Choice, words: Sequence[str], set_value: Set, parent: QWidget) -> None:
        super().__init__(parent)
        self._options = kind.options
        self.addItems(list(words))
        self.activated.connect(lambda index: set_value(kind.options[index]))

    def show_value(self, value: Any) -> None:
        """By its place among the options."""
        self.setCurrentIndex(self._options.index(value))


class FlagEditor(QCheckBox):
    """Yes or no."""

    def __init__(self, set_value: Set, parent: QWidget) -> None:
        super().__init__(parent)
        self.clicked.connect(lambda is_on: set_value(is_on))

    def show_value(self, value: Any) -> None:
        """Checked or not."""
        self.setChecked(value)


class TextEditor(QLineEdit):
    """One line, taken when the user leaves it or presses Enter."""

    def __init__(self, set_text: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.editingFinished.connect(lambda: self._take(set_text))

    def show_value(self, value: Any) -> None:
        """What the user is typing stays."""
        if not self.isModified():
            self.setText(value)
            self.setCursorPosition(0)

    def _take(self, set_text: Callable[[str], bool]) -> None:
        if self.isModified():
            self.setModified(False)
            set_text(self.text())


class JsonEditor(QPlainTextEdit):
    """Several lines of JSON, taken when the user leaves them; what is not allowed stays and is marked."""

    def __init__(self, set_text: Callable[[str], bool], parent: QWidget, lines: int = _LINES_OF_JSON) -> None:
        super().__init__(parent)
        self._set_text = set_text
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * (lines + 1))

    def show_value(self, value: Any) -> None:
        """Indented."""
        if not self.document().isModified():
            text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8")
            if text != self.toPlainText():
                self.setPlainText(text)
            self.document().setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.document().isModified():
            is_good = self._set_text(self.toPlainText())
            self.document().setModified(not is_good)
            self.setProperty("tone", "" if is_good else "bad")
            self.style().polish(self)
