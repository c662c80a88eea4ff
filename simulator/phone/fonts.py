"""The font of the simulated phone: that of texts without a font of their own, or with fonts that no computer has.

Programs name fonts of phones (`PingFang SC`) and often no generic family behind them; a browser then falls back to
letters with serifs, which no phone shows. Emoji and rare letters are left to Chromium's own search.
"""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWebEngineCore import QWebEngineSettings

from runtime.systems.fonts import phone_font


def use_phone_font(settings: QWebEngineSettings) -> None:
    """Makes the closest of the phone's fonts the standard one, and the one without serifs."""
    families = QWebEngineSettings.FontFamily
    found = phone_font(QFontDatabase.hasFamily, settings.fontFamily(families.SansSerifFont))
    for family in (families.StandardFont, families.SansSerifFont):
        settings.setFontFamily(family, found)
