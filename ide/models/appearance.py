"""The theme and the language that the window shows now; every panel listens and draws itself again."""

from __future__ import annotations

from ide.models.signal import Signal
from ide.models.texts import Texts, load_texts
from ide.models.theme import Theme, ThemeName, load_theme
from runtime.diagnostics import Language


class Appearance:
    """Owner of theme and texts. `changed` fires after either was replaced."""

    def __init__(self, theme: ThemeName = "dark", language: Language = "en") -> None:
        self.theme: Theme = load_theme(theme)
        self.texts: Texts = load_texts(language)
        self.changed: Signal[Appearance] = Signal()

    def set_theme(self, name: ThemeName) -> None:
        """Shows another theme."""
        self.theme = load_theme(name)
        self.changed.emit(self)

    def set_language(self, language: Language) -> None:
        """Speaks another language."""
        self.texts = load_texts(language)
        self.changed.emit(self)
