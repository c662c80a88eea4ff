"""The time line under the phone: where the replay stands, what happened when, and when data changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel, plain_tip
from simulator.replay.moments import Moment
from simulator.replay.time_line import Mark, TimeLine

BEAT_MS = 40
_COLORS = {"start": "accent", "page": "accent", "touch": "text_dim", "error": "error", "lost": "error"}
_BUTTONS = {"start": "time-start", "previous": "time-back", "play": "play", "next": "time-on"}
LONGEST_VALUE = 40


class MarkedSlider(QSlider):
    """A slider over milliseconds, with a stroke for each mark."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self.marks: Sequence[Mark] = ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """They mean the time bar."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.maximum() <= 0:
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderGroove, self
        )
        colors = self._appearance.theme.colors
        painter = QPainter(self)
        for mark in self.marks:
            x = groove.left() + round(mark.at_ms / self.maximum() * groove.width())
            painter.setPen(QColor(colors.get(_COLORS[mark.kind], colors["icon"])))
            painter.drawLine(x, self.height() - 5, x, self.height() - 1)
        painter.end()


class TimeBar(QFrame):
    """Says where the user wants to go (`wished`: ms, and how many entries if that is known), and which path in the data
    is looked for (`searched`)."""

    wished = Signal(int, int)
    searched = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel_bar")
        self._appearance = appearance
        self._line = TimeLine()
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self.slider = MarkedSlider(appearance, self)
        self.slider.setEnabled(False)
        self.time, self.facts = PlainLabel(parent=self), PlainLabel(parent=self)
        self.path_box = QLineEdit(self)
        self.path_box.setClearButtonEnabled(True)
        self.moments = QComboBox(self)
        self.moments.setMinimumContentsLength(24)
        self._keys: Mapping[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Right: lambda: self._step(1),
            Qt.Key.Key_Home: lambda: self._go(0),
            Qt.Key.Key_End: lambda: self._go(self._line.duration_ms),
        }
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._go_on)
        self._lay_out()
        self.slider.valueChanged.connect(self._moved_by_user)
        self.buttons["start"].clicked.connect(lambda: self._go(0))
        self.buttons["previous"].clicked.connect(lambda: self._step(-1))
        self.buttons["next"].clicked.connect(lambda: self._step(1))
        self.buttons["play"].clicked.connect(self.toggle)
        self.path_box.returnPressed.connect(lambda: self.searched.emit(self.path_box.text().strip()))
        self.moments.activated.connect(lambda index: self._go(*self.moments.itemData(index)))
        dress(self, appearance, self._dress)

    @property
    def is_playing(self) -> bool:
        """Whether time goes on by itself."""
        return self._beat.isActive()

    def show_line(self, line: TimeLine) -> None:
        """How long the session is, and what happened in it."""
        self._line = line
        self.slider.marks = line.marks
        self.slider.setMaximum(line.duration_ms)
        self.slider.setSingleStep(100)
        self.slider.setPageStep(max(1000, line.duration_ms // 20))
        self.slider.setEnabled(True)
        self._show_time(self.slider.value())

    def show_place(self, at_ms: int) -> None:
        """Where the replay stands now."""
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(at_ms)
            self.slider.blockSignals(False)
        self._show_time(at_ms)
        if at_ms >= self._line.duration_ms:
            self.stop()

    def show_facts(self, text: str, tip: str = "") -> None:
        """What is to be said about the replay."""
        self.facts.setText(text)
        self.facts.setToolTip(plain_tip(tip))

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """When the data changed; choosing one goes there."""
        self.moments.clear()
        for one in moments:
            self.moments.addItem(
                f"{one.at_ms / 1000:.3f} s   {_short(one.before)} → {_short(one.after)}", (one.at_ms, one.entry)
            )
        self.moments.setCurrentIndex(-1)
        texts = self._appearance.texts
        self.moments.setPlaceholderText(texts("replay.moments", count=len(moments)))

    def toggle(self) -> None:
        """Plays on, or stops."""
        if self.is_playing:
            self.stop()
            return
        if self.slider.value() >= self._line.duration_ms:
            self._go(0)
        self._beat.start()
        self._dress(self._appearance)

    def press(self, key: int) -> bool:
        """A key of the window's: space plays, arrows go from one thing that happened to the next. Whether it is one."""
        act = self._keys.get(Qt.Key(key))
        if act is None or not self.slider.isEnabled():
            return False
        act()
        return True

    def stop(self) -> None:
        """Time stands still."""
        self._beat.stop()
        self._dress(self._appearance)

    # -- within

    def _go_on(self) -> None:
        self._go(min(self.slider.value() + BEAT_MS, self._line.duration_ms))

    def _step(self, way: int) -> None:
        self.stop()
        here = self.slider.value()
        times = sorted({mark.at_ms for mark in self._line.marks} | {0, self._line.duration_ms})
        there = [at for at in times if at > here] if way > 0 else [at for at in times if at < here]
        if there:
            self._go(there[0] if way > 0 else there[-1])

    def _go(self, at_ms: int, entries: int = 0) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(at_ms)
        self.slider.blockSignals(False)
        self._show_time(at_ms)
        self.wished.emit(at_ms, entries)

    def _moved_by_user(self, at_ms: int) -> None:
        self.stop()
        self._show_time(at_ms)
        self.wished.emit(at_ms, 0)

    def _show_time(self, at_ms: int) -> None:
        near = [mark for mark in self._line.marks if mark.at_ms <= at_ms]
        texts = self._appearance.texts
        last = texts(f"replay.mark.{near[-1].kind}", what=near[-1].text) if near else ""
        self.time.setText(f"{_clock(at_ms)} / {_clock(self._line.duration_ms)}   {last}")

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for button in self.buttons.values():
            button.setAutoRaise(True)
            # A click leaves the keys with the time.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            upper.addWidget(button)
        upper.addWidget(self.slider, 1)
        # However long an error is, the window is not made wider for it.
        for label in (self.time, self.facts):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        lower.addWidget(self.time, 1)
        lower.addWidget(self.facts, 1)
        lower.addWidget(self.path_box)
        lower.addWidget(self.moments)
        self.path_box.setMinimumWidth(160)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        column.addLayout(upper)
        column.addLayout(lower)

    def _dress(self, appearance: Appearance) -> None:
        icons, texts = Icons(appearance.theme), appearance.texts
        for name, icon in _BUTTONS.items():
            is_stop = name == "play" and self.is_playing
            self.buttons[name].setIcon(icons.icon("pause" if is_stop else icon))
            words = "replay.pause" if is_stop else f"replay.{name}"
            self.buttons[name].setToolTip(texts(words))
            self.buttons[name].setAccessibleName(texts(words))
        self.slider.setAccessibleName(texts("replay.time"))
        self.path_box.setPlaceholderText(texts("replay.path"))
        self.path_box.setToolTip(texts("replay.path_tip"))
        self.path_box.setAccessibleName(texts("replay.path"))
        self.moments.setAccessibleName(texts("replay.moments", count=self.moments.count()))


def _clock(at_ms: int) -> str:
    return f"{at_ms // 60_000}:{at_ms % 60_000 / 1000:06.3f}"


def _short(value: str) -> str:
    return (value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…") or "–"
