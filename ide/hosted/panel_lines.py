"""What the panels of the debugger show of a program that has no window, as text; a plug-in of `handset shot`."""

from __future__ import annotations

import ide.panels
from ide.hosted.target import HostedTarget
from ide.models.appearance import Appearance
from ide.models.debug_session import DebugSession, KeptDebugging
from ide.models.panel_presenter import PanelDesk
from ide.models.problems import Problems
from ide.widgets.panel_meta import find_panels
from runtime.compiler.build import BuildResult
from runtime.diagnostics import Diagnostic
from simulator.running.program import RunningProgram


class PanelLines:
    """Every panel; made before the launch they hear all of it. `said` is what they complain of."""

    def __init__(self, program: RunningProgram) -> None:
        self.said: list[str] = []
        self._problems = Problems()
        program.built.connect(self._built)
        program.not_built.connect(self._not_built)
        self.target = HostedTarget(program)
        session = DebugSession(self.target.debugger, KeptDebugging())
        desk = PanelDesk(self.target, session, self._problems, Appearance(), lambda *_place: None, self.said.append)
        self._presenters = {meta.name: meta.present(desk) for meta in find_panels(ide.panels)}

    def refresh(self) -> None:
        """Asks the program; what it has answered is shown once it has come to rest."""
        for presenter in self._presenters.values():
            presenter.refresh()

    def lines(self) -> dict[str, list[str]]:
        """The lines of each panel, by its name."""
        return {name: presenter.lines() for name, presenter in self._presenters.items()}

    def _built(self, result: BuildResult) -> None:
        self._problems.replace(result.diagnostics)

    def _not_built(self, finding: Diagnostic | None) -> None:
        self._problems.replace(() if finding is None else (finding,))
