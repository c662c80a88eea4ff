"""The window's letters: the system's own, and for Chinese a family that has them in a normal weight.

Without such a family the system picks any font that has a letter, and on some systems a bold one. Hinting makes the
strokes of Chinese letters two pixels wide at this size, which looks bold too.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from runtime.systems.fonts import phone_fonts


def use_interface_font(application: QApplication) -> None:
    """For every window of the application."""
    font = application.font()
    families = [QFontInfo(font).family(), *phone_fonts()]
    if font.families() != families:
        font.setFamilies(families)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        application.setFont(font)
