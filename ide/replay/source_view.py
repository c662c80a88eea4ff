"""The scripts of a recorded program, to be read, with breakpoints in the margin. Nothing can be changed in the past."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QComboBox, QFrame, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.debug_session import DebugSession
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress


class _Margin(QWidget):
    """Numbers of lines, and a dot where a breakpoint stands."""

    def __init__(self, text: _Text) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self.fontMetrics().height()
        for line, top in self._text.seen_lines():
            if line in self._text.dots:
                painter.setBrush(QColor(self._text.dot_color))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(2, top + height // 2 - 4, 8, 8)
            painter.setPen(QColor(self._text.number_color))
            painter.drawText(0, top, self.width() - 6, height, Qt.AlignmentFlag.AlignRight, str(line))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._text.cursorForPosition(event.position().toPoint()).blockNumber() + 1
        self._text.clicked(line)


class _Text(QPlainTextEdit):
    """A text with that margin. `clicked` hears the line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.dots: frozenset[int] = frozenset()
        self.dot_color = self.number_color = "#888888"
        self.clicked: Callable[[int], None] = lambda _line: None
        self.margin = _Margin(self)
        self.updateRequest.connect(lambda _area, _scrolled: self.margin.update())
        self.blockCountChanged.connect(lambda _count: self.fit())
        self.fit()

    def margin_width(self) -> int:
        """Room for the numbers and the dots."""
        return self.fontMetrics().horizontalAdvance("9") * max(3, len(str(self.blockCount()))) + 20

    def fit(self) -> None:
        """The margin takes its room."""
        self.setViewportMargins(self.margin_width(), 0, 0, 0)
        area = self.contentsRect()
        self.margin.setGeometry(QRect(area.left(), area.top(), self.margin_width(), area.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def seen_lines(self) -> list[tuple[int, int]]:
        """Lines on the screen and where they begin."""
        found = []
        block = self.firstVisibleBlock()
        while block.isValid():
            top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
            if top > self.height():
                break
            found.append((block.blockNumber() + 1, top))
            block = block.next()
        return found


class SourceView(QWidget):
    """`text_of` gives the text of a script by its path."""

    def __init__(
        self, session: DebugSession, text_of: Callable[[str], str], appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("recorded_sources")
        self._session = session
        self._text_of = text_of
        self._appearance = appearance
        self.files = QComboBox(self)
        self.text = _Text(self)
        self.text.clicked = self._clicked
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.files)
        column.addWidget(self.text, 1)
        self.files.currentIndexChanged.connect(lambda _index: self._show_file())
        self._stops = (
            session.changed.connect(lambda _none: self._mark()),
            session.moved.connect(lambda _none: self._mark()),
        )
        self.destroyed.connect(lambda: [stop() for stop in self._stops])
        dress(self, appearance, self._dress)

    @property
    def file(self) -> str:
        """The script that is shown."""
        return self.files.currentText()

    def show_files(self, paths: Sequence[str]) -> None:
        """The scripts of the program; the one in front stays there."""
        before = self.file
        if [self.files.itemText(at) for at in range(self.files.count())] == list(paths):
            return
        self.files.blockSignals(True)
        self.files.clear()
        self.files.addItems(list(paths))
        self.files.setCurrentIndex(max(0, self.files.findText(before)))
        self.files.blockSignals(False)
        self._show_file()

    def show_place(self, file: str, line: int) -> bool:
        """Brings a line into view; whether it is of a script that is there."""
        index = self.files.findText(file)
        if index < 0:
            return False
        self.files.setCurrentIndex(index)
        cursor = QTextCursor(self.text.document().findBlockByNumber(max(0, line - 1)))
        self.text.setTextCursor(cursor)
        self.text.centerCursor()
        return True

    def _show_file(self) -> None:
        self.text.setPlainText(self._text_of(self.file))
        self._mark()

    def _clicked(self, line: int) -> None:
        if self.file:
            self._session.toggle(self.file, line)

    def _mark(self) -> None:
        self.text.dots = frozenset(one.line for one in self._session.breakpoints if one.user.file == self.file)
        frame = self._session.frame
        selections = []
        if frame is not None and frame.file == self.file:
            here = QTextEdit.ExtraSelection()
            here.cursor = QTextCursor(self.text.document().findBlockByNumber(max(0, frame.line - 1)))
            here.format.setBackground(QColor(self._appearance.theme.colors["selected"]))
            here.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selections.append(here)
        self.text.setExtraSelections(selections)
        self.text.margin.update()

    def _dress(self, appearance: Appearance) -> None:
        colors = appearance.theme.colors
        self.text.setFont(console_font(load_look(appearance.theme)))
        self.text.dot_color, self.text.number_color = colors["error"], colors["text_dim"]
        self.text.fit()
        self.files.setAccessibleName(appearance.texts("replay.sources"))
        self.text.setAccessibleName(appearance.texts("replay.sources"))
        self._mark()
