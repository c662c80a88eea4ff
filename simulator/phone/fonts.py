"""The font of the simulated phone: that of texts without a font of their own, or with fonts that no computer has.

Programs name fonts of phones (`PingFang SC`) and often no generic family behind them; a browser then falls back to
letters with serifs, which no phone shows. Emoji and rare letters are left to Chromium's own search.
"""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWebEngineCore import QWebEngineSettings

PHONE_FONTS = (
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
"""Closest to a phone first: Chinese and Latin letters of one family, as wide as a phone's."""


def use_phone_font(settings: QWebEngineSettings) -> None:
    """Makes the first of the phone's fonts that there is the standard one, and the one without serifs."""
    families = QWebEngineSettings.FontFamily
    plain = settings.fontFamily(families.SansSerifFont)
    found = next((name for name in PHONE_FONTS if QFontDatabase.hasFamily(name)), plain)
    for family in (families.StandardFont, families.SansSerifFont):
        settings.setFontFamily(family, found)
