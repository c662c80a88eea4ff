"""What the editor shows when there is no text to show: nothing open, or a file that is no text (with its picture)."""

from __future__ import annotations

import stat
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ide.widgets.plain_text import PlainLabel

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 12_000_000


class Placeholder(QWidget):
    """A picture, a headline and a line of explanation in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("empty_editor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = PlainLabel(parent=self)
        self._title = PlainLabel(parent=self)
        self._text = PlainLabel(parent=self)
        self._title.setObjectName("empty_title")
        self._text.setObjectName("empty_text")
        self._text.setWordWrap(True)
        self._pixmap = QPixmap()
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label in (self._picture, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(1)

    def show_message(self, title: str, text: str, picture: Path | None = None) -> None:
        """Shows a message; `picture` is shown above it if it is one."""
        self._title.setText(title)
        self._text.setText(text)
        self._pixmap = _read_picture(picture) if picture else QPixmap()
        self._draw_picture()

    @property
    def message(self) -> str:
        """Headline and text, as shown."""
        return f"{self._title.text()}\n{self._text.text()}"

    @property
    def picture_size(self) -> tuple[int, int]:
        """Size of the picture in its own pixels; zeros if the file is none."""
        return self._pixmap.width(), self._pixmap.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_picture()

    def _draw_picture(self) -> None:
        self._picture.setVisible(not self._pixmap.isNull())
        if self._pixmap.isNull():
            return
        room = self.size() * 0.7
        fits = self._pixmap.width() <= room.width() and self._pixmap.height() <= room.height()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(self._pixmap if fits else self._pixmap.scaled(room, keep, smooth))


def _read_picture(path: Path) -> QPixmap:
    """The picture in a file; an empty one if the file is none, or so large that reading it would hold the window up."""
    try:
        facts = path.stat()
    except OSError:
        return QPixmap()
    # Whoever opens a pipe waits for its writer.
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > MOST_BYTES:
        return QPixmap()
    reader = QImageReader(str(path))
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QPixmap()
    return QPixmap.fromImage(reader.read())
