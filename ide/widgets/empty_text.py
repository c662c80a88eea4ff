"""What a panel shows while it has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ide.models.appearance import Appearance
from ide.widgets.dressing import dress


class EmptyText(QLabel):
    """A dim text in the middle; `key` names it among the window's texts."""

    def __init__(self, key: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("empty_text")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self._key = key
        dress(self, appearance, self._dress)

    def _dress(self, appearance: Appearance) -> None:
        self.setText(appearance.texts(self._key))
