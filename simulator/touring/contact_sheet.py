"""One picture with small pictures of all pages, each with its path below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

COLUMNS = 8
CELL_WIDTH = 188
CELL_HEIGHT = 408
CAPTION_HEIGHT = 22
GAP = 10


def save_contact_sheet(pictures: Sequence[tuple[str, Path]], target: Path) -> None:
    """Draws `pictures` (caption, file) in rows of eight into `target`. Raises OSError if it cannot be written."""
    columns = min(COLUMNS, len(pictures))
    rows = -(-len(pictures) // COLUMNS)
    row_height = CELL_HEIGHT + CAPTION_HEIGHT + GAP
    sheet = QImage(columns * (CELL_WIDTH + GAP) + GAP, rows * row_height + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#d8dade"))
    painter = QPainter(sheet)
    for index, (caption, file) in enumerate(pictures):
        left = GAP + (index % COLUMNS) * (CELL_WIDTH + GAP)
        top = GAP + (index // COLUMNS) * row_height
        picture = QImage(str(file)).scaled(
            CELL_WIDTH,
            CELL_HEIGHT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(left, top, picture)
        box = QRect(left, top + CELL_HEIGHT, CELL_WIDTH, CAPTION_HEIGHT)
        shown = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideLeft, CELL_WIDTH)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    if not sheet.save(str(target)):
        raise OSError(f"cannot write {target}")
