"""Debugging in the window: ties the session of the active phone to the editor: its margin, its places."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from ide.models.appearance import Appearance
from ide.models.debug_session import TEXT_MEMBERS, DebugSession, UserBreakpoint
from ide.models.editor_margin import EditorMargin
from ide.models.source_names import SourceNames
from ide.panels.editor.panel import EditorPanel
from ide.widgets import question_box
from simulator.debug.debugger import Debugger


class DebugDesk:
    """As long as the phone is the active one."""

    def __init__(self, session: DebugSession, debugger: Debugger, editor: EditorPanel, appearance: Appearance) -> None:
        self.session = session
        self.margin = EditorMargin(self.session, debugger.members, SourceNames(debugger).are_kept_in, editor.send)
        self._editor = editor
        self._appearance = appearance
        self.margin.menu_asked = self._show_menu
        self._stops = (
            self.session.place_asked.connect(lambda place: self._open(place.file, place.line, place.column)),
        )
        editor.debugged, editor.given = self.margin.receive, self.margin.file_opened
        self.margin.draw_breakpoints()
        self.margin.draw_pause()

    def close(self) -> None:
        """Another phone is the active one, or none."""
        self._editor.debugged, self._editor.given = lambda message: None, lambda path: None
        for stop in self._stops:
            stop()
        self.margin.close()

    def toggle_here(self) -> None:
        """A breakpoint in the line of the cursor."""
        if self._editor.presenter and self._editor.presenter.active:
            self.session.toggle(self._editor.presenter.active, self._editor.line)

    def menu_of(self, file: str, line: int, there: UserBreakpoint | None) -> QMenu:
        """What can be done beside a line."""
        texts, menu, session = self._appearance.texts, QMenu(self._editor), self.session
        here = there or UserBreakpoint(file, line)
        if there:
            menu.addAction(texts("debug.remove"), partial(session.remove, there))
            switch = "debug.switch_off" if there.is_on else "debug.switch_on"
            menu.addAction(texts(switch), partial(session.switch, there, is_on=not there.is_on))
        else:
            menu.addAction(texts("debug.set"), partial(session.toggle, file, line))
        for member in TEXT_MEMBERS:
            menu.addAction(texts(f"debug.edit_{member}"), partial(self._edit, here, member))
        if session.pause:
            menu.addSeparator()
            menu.addAction(texts("debug.run_to"), partial(session.run_to, file, line))
        return menu

    def _show_menu(self, file: str, line: int, there: UserBreakpoint | None) -> None:
        menu = self.menu_of(file, line, there)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _edit(self, one: UserBreakpoint, member: str) -> None:
        self.session.ask_text(one, member, partial(question_box.ask_text, self._editor, self._appearance.texts))

    def _open(self, file: str, line: int, column: int) -> None:
        if self._editor.presenter:
            self._editor.presenter.open(file, line, max(column, 1))
