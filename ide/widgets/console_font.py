"""The font of code and values."""

from __future__ import annotations

from PySide6.QtGui import QFont

from ide.models.console.look import Look


def console_font(look: Look) -> QFont:
    """Monospaced, in the look's size."""
    font = QFont()
    font.setFamilies(list(look.fonts))
    font.setPixelSize(look.sizes["font"])
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
