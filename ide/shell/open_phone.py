"""One phone of the open project: its program, its frame in the window, its debugging, and what its panels work with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ide.models.debug_session import DebugSession, KeptDebugging
from ide.models.panel_presenter import PanelDesk
from ide.models.program_control import ProgramControl, ProgramState, ReloadVerdict
from ide.panels.phone.panel import PhonePanel
from runtime.diagnostics import Diagnostic
from runtime.project.model import Project

if TYPE_CHECKING:
    from runtime.compiler.wxml.syntax import Document

OpenSource = Callable[[str, int, int], None]


class OpenPhone:
    """Its frame shows what the program says, whichever phone is active (`ProgramListener`). `user` has the data."""

    def __init__(
        self,
        user: str,
        program: ProgramControl,
        panel: PhonePanel,
        kept: KeptDebugging,
        desk_of: Callable[[ProgramControl, DebugSession], PanelDesk],
    ) -> None:
        self.user = user
        self.program = program
        self.panel = panel
        self.frame = panel.show_phone(program)
        self.session = DebugSession(program.debug.debugger, kept)
        self.desk = desk_of(program, self.session)
        self.frame.source_asked = self.desk.open_source
        self._leave = self.session.moved.connect(lambda _nothing: self._moved())
        panel.pause_bar.asked.connect(self._asked)
        self._moved()
        program.add_listener(self)

    def close(self) -> None:
        """Ends the program; its processes go, and its frame is free."""
        self._leave()
        self.panel.pause_bar.asked.disconnect(self._asked)
        self.panel.pause_bar.show_pause(is_paused=False)
        self.session.close()
        self.program.close()

    # -- ProgramListener

    def page_shown(self, path: str, query: str, scene: int) -> None:
        """Another page is on top."""
        self.frame.page_shown(path, query, scene)

    def reloaded(self, verdict: ReloadVerdict, reason: str, duration_ms: float) -> None:
        """A change was taken up."""
        self.panel.show_verdict(verdict, reason, duration_ms)

    def project_read(self, project: Project, templates: Mapping[str, Document]) -> None:
        """The same for all phones."""

    def diagnostics_changed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """The same for all phones."""

    def state_changed(self, state: ProgramState, detail: str) -> None:
        """The program started, crashed, hangs…"""
        self.frame.state_changed(state, detail)
        if state == "starting":
            self.panel.verdict.hide()

    def source_asked(self, file: str, line: int, column: int) -> None:
        """The user clicked a place in the phone."""
        self.desk.open_source(file, line, column)

    # -- the bar over a paused phone

    def _moved(self) -> None:
        self.panel.pause_bar.show_pause(is_paused=self.session.pause is not None)

    def _asked(self, what: str) -> None:
        if what == "go":
            self.session.go()
        else:
            self.session.step("over")
