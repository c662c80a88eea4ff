"""The phones of the open project side by side, one of them active; without a project there is one empty frame.

Which phones there are, and what runs on them, is decided by `PhonesDesk`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ide.models.appearance import Appearance
from ide.panels.phone.panel import PhonePanel


class PhoneRow(QSplitter):
    """`touched` and `close_asked` carry the frame of a phone; `language_shown` and `theme_shown` (dark or not) are of
    the active one. `grown`: from how many phones to how many. `marked`: `has_others` or `has_room` may be other."""

    reported = Signal(str)
    language_shown = Signal(str)
    theme_shown = Signal(bool)
    touched = Signal(object)
    add_asked = Signal()
    close_asked = Signal(object)
    grown = Signal(int, int)
    marked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._appearance = appearance
        self.panels: list[PhonePanel] = []
        self.has_room = True
        self.active = self._add()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def frame(self) -> PhonePanel:
        """A frame for another phone: the empty one, or a new one beside the others."""
        if self.active.presenter is None:
            return self.active
        panel = self._add()
        self.grown.emit(len(self.panels) - 1, len(self.panels))
        return panel

    def give_back(self, panel: PhonePanel) -> None:
        """Its phone is gone; the last frame stays, empty."""
        panel.close_phone()
        if len(self.panels) > 1:
            self.panels.remove(panel)
            panel.hide()
            panel.setParent(None)
            panel.deleteLater()
            self.grown.emit(len(self.panels) + 1, len(self.panels))

    def show_active(self, panel: PhonePanel) -> None:
        """This one is meant by panels, keys and menus."""
        self.active = panel
        if panel.presenter:
            self.language_shown.emit(panel.presenter.language)
            self.theme_shown.emit(panel.presenter.is_dark)

    @property
    def has_others(self) -> bool:
        """Whether there are several."""
        return len(self.panels) > 1

    def mark(self, *, has_room: bool) -> None:
        """Shows which one is active, where there are several, and whether there may be more."""
        self.has_room = has_room
        for panel in self.panels:
            panel.show_place(is_active=panel is self.active, has_others=self.has_others, has_room=has_room)
        self.marked.emit()

    def choose_language(self, language: str) -> None:
        """The user sets the active phone to another language."""
        self.active.choose_language(language)

    def choose_theme(self, is_dark: bool) -> None:
        """The user sets the active phone's own colour scheme."""
        if self.active.presenter:
            self.active.presenter.choose_theme(is_dark=is_dark)

    def show_progress(self, done: int, total: int) -> None:
        """How many files are compiled; all phones wait for them."""
        for panel in self.panels:
            panel.show_progress(done, total)

    def _add(self) -> PhonePanel:
        panel = PhonePanel(self._appearance, self)
        panel.reported.connect(self.reported)
        panel.touched.connect(lambda: self.touched.emit(panel))
        panel.language_shown.connect(lambda language: self._language_shown(panel, language))
        panel.buttons["add"].clicked.connect(lambda: self.add_asked.emit())
        panel.buttons["close"].clicked.connect(lambda: self.close_asked.emit(panel))
        self.addWidget(panel)
        self.setStretchFactor(self.count() - 1, 1)
        self.panels.append(panel)
        return panel

    def _language_shown(self, panel: PhonePanel, language: str) -> None:
        if panel is self.active:
            self.language_shown.emit(language)

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Chromium's own widget takes the click; that it got the keyboard is told.
        touched = next((panel for panel in self.panels if now is not None and panel.isAncestorOf(now)), None)
        if touched is not None and touched is not self.active:
            self.touched.emit(touched)
