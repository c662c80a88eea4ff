"""The phases of an exchange as bars below each other."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.models.console.quantities import milliseconds
from ide.models.network.details import PHASES, phases_of
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from simulator.traffic.exchange import Timing

LABEL_WIDTH, AMOUNT_WIDTH, ROW, EDGE = 160, 80, 22, 10


class TimingView(QWidget):
    """Of one exchange at a time."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._timing = Timing()
        self._look: Look | None = None
        dress(self, appearance, self._dress)

    def show_timing(self, timing: Timing) -> None:
        """Shows these phases."""
        self._timing = timing
        self.setAccessibleName("\n".join(self.lines()))
        self.update()

    def lines(self) -> list[str]:
        """The same as text."""
        texts = self._appearance.texts
        return [
            f"{texts(f'network.phase.{name}')}  {milliseconds(length)}" for name, _, length in phases_of(self._timing)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.colors["background"]))
        phases = phases_of(self._timing)
        total = sum(length for _, _, length in phases) or 1.0
        room = max(40, self.width() - LABEL_WIDTH - AMOUNT_WIDTH - 2 * EDGE)
        for number, (name, at, length) in enumerate(phases):
            top = EDGE + number * ROW
            left = EDGE + LABEL_WIDTH
            bar = QRect(round(left + at / total * room), top + 5, max(2, round(length / total * room)), ROW - 10)
            painter.fillRect(bar, QColor(self._look.colors[PHASES[name]]))
            painter.setPen(QColor(self._look.colors["plain"]))
            label = self._appearance.texts(f"network.phase.{name}")
            painter.drawText(QRect(EDGE, top, LABEL_WIDTH, ROW), Qt.AlignmentFlag.AlignVCenter, label)
            amount = QRect(left + room, top, AMOUNT_WIDTH, ROW)
            painter.drawText(amount, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, milliseconds(length))
        painter.end()

    def _dress(self, appearance: Appearance) -> None:
        self._look = load_look(appearance.theme)
        self.setFont(console_font(self._look))
        self.update()
