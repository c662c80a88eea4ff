"""Texts that hold something of a project's are shown as they are.

A label of Qt's own, a dialog or a tool tip decides by the text: what looks like HTML is taken for it, pictures and all.
"""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

LONGEST_TIP = 2000


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def plain_tip(text: str) -> str:
    """The text of a tool tip, in the form in which Qt shows it as it is."""
    text = text[:LONGEST_TIP]
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def make_plain(dialog: QDialog) -> None:
    """Lets the labels that a dialog of Qt's has made show their texts as they are."""
    for label in dialog.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
