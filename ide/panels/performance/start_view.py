"""The start of a program as one bar of phases with their times."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.models.console.quantities import milliseconds
from ide.models.performance.start_up import Phase
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress

EDGE, BAR, LABEL, SHORTEST = 8, 14, 16, 76
COLORS = {"compile": "dim", "process": "info", "app": "name", "page": "link", "paint": "ok", "settle": "warn"}


class StartView(QWidget):
    """Short phases are drawn wider than they are, so that their names can be read; the times say how long each was."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._appearance = appearance
        self._look: Look = load_look(appearance.theme)
        self._phases: Sequence[Phase] = ()
        dress(self, appearance, self._dress)

    def show_phases(self, phases: Sequence[Phase]) -> None:
        """Shows these."""
        self._phases = phases
        self.setAccessibleName("\n".join(self.lines()))
        self.update()

    def lines(self) -> list[str]:
        """The same as text."""
        return [f"{self._name(one)}  {milliseconds(one.length_ms)}" for one in self._phases]

    def sizeHint(self) -> QSize:
        return QSize(300, BAR + 2 * LABEL + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._look.colors
        painter.fillRect(self.rect(), QColor(colors["background"]))
        if not self._phases:
            painter.setPen(QColor(colors["dim"]))
            nothing = self._appearance.texts("performance.no_start")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, nothing)
            painter.end()
            return
        room = self.width() - 2 * EDGE - SHORTEST * len(self._phases)
        total = sum(one.length_ms for one in self._phases) or 1.0
        left = float(EDGE)
        for one in self._phases:
            width = SHORTEST + max(0.0, room) * one.length_ms / total
            color = QColor(colors[COLORS[one.name]])
            painter.fillRect(QRectF(left, 6, width - 1, BAR), color)
            for number, (text, role) in enumerate(
                ((self._name(one), "plain"), (milliseconds(one.length_ms), "warn" if one.is_slow else "dim"))
            ):
                painter.setPen(QColor(colors[role]))
                area = QRectF(left, 6 + BAR + number * LABEL, width - 4, LABEL)
                shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            left += width
        painter.end()

    def _name(self, phase: Phase) -> str:
        return self._appearance.texts(f"performance.phase.{phase.name}")

    def _dress(self, appearance: Appearance) -> None:
        self._look = load_look(appearance.theme)
        self.setFont(console_font(self._look))
        self.update()
