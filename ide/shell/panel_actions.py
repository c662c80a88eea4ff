"""The panels by menu, keys, commands and the status bar: each brings one to the front, wherever it stands."""

from __future__ import annotations

from ide.models.panel_presenter import Badge
from ide.shell.actions import Actions
from ide.shell.areas import Areas
from ide.shell.debugger_area import DebuggerArea
from ide.shell.panel_commands import PANEL_COMMANDS
from ide.shell.status_bar import StatusBar


class PanelActions:
    """Ties the actions to the debugger area, which is shown if it was not."""

    def __init__(self, debugger: DebuggerArea, areas: Areas, actions: Actions, status: StatusBar) -> None:
        self._debugger = debugger
        self._areas = areas
        self._status = status
        for name, action in actions.panels.items():
            action.triggered.connect(lambda checked=False, name=name: self.show(name))
        for name, wish in PANEL_COMMANDS.items():
            actions[name].triggered.connect(lambda checked=False, wish=wish: self._command(*wish))
        actions["panel_apart"].triggered.connect(lambda checked=False: debugger.put_current_apart())
        status.problems_asked.connect(lambda: self.show("problems"))
        status.console_asked.connect(lambda: self.show("console"))
        debugger.badged.connect(self._badged)

    def show(self, name: str) -> None:
        """Brings a panel to the front."""
        if not self._debugger.isVisible() and not self._debugger.is_apart(name):
            self._areas.toggle("debugger", True)
        self._debugger.show_panel(name)

    def _command(self, panel: str, command: str) -> None:
        self.show(panel)
        self._debugger.command(panel, command)

    def _badged(self, name: str, badge: Badge) -> None:
        if name == "console":
            self._status.show_console_errors(badge.count)
