"""The simulator's running program as the window's `ProgramControl`: started, reloaded, told of saves, closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ide.hosted.target import HostedTarget
from ide.models.program_control import CacheKind, ProgramListener, RunRules
from runtime.api.call import ApiFailure
from runtime.api.sqlite_storage import SqliteStorage
from runtime.protocol import codec
from runtime.protocol.shell import PlaceTouched
from runtime.protocol.view import ShellEvent
from simulator.build.project_build import ProjectBuild
from simulator.data.folders import DataFolders
from simulator.running.ends import Neighbours
from simulator.running.options import ProgramOptions
from simulator.running.program import RunningProgram
from simulator.session.arrival import AS_BEFORE, Arrival
from simulator.session.routes import Page
from simulator.session.url import format_query

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.diagnostics import Diagnostic

_SOURCE_EVENT = "open-source"


def _clear_storage(folders: DataFolders) -> None:
    storage = SqliteStorage(folders.storage_file)
    try:
        storage.clear()
    except ApiFailure:
        # A full disk has no room even for what removing takes.
        storage.close()
        folders.clear_data()
    storage.close()


class HostedProgram:
    """Implements `ide.models.program_control.ProgramControl`; `program` is for whoever starts the window. A `user` has
    data of their own, whatever `options` say."""

    def __init__(
        self,
        project: ProjectBuild,
        user: str = "",
        options: ProgramOptions | None = None,
        neighbours: Neighbours | None = None,
    ) -> None:
        self._project = project
        # The window dims the phone and offers to start again.
        options = options or ProgramOptions(shows_failures=False)
        self.program = RunningProgram(project, replace(options, user=user or options.user), neighbours)
        self.debug = HostedTarget(self.program)
        if self.program.options.record is not None:
            self.record(self.program.options.record)
        self._listeners: list[ProgramListener] = []
        self._page: tuple[str, str, int] | None = None
        self.program.page_shown.connect(self._page_shown)
        self.program.built.connect(self._built)
        self.program.not_built.connect(self._not_built)
        self.program.reloaded.connect(self._reloaded)
        self.program.state_changed.connect(self._state_changed)
        self.program.phone.message.connect(self._phone_said)

    def add_listener(self, listener: ProgramListener) -> Callable[[], None]:
        """Tells the present state at once."""
        self._listeners.append(listener)
        listener.state_changed(self.program.state, "")  # type: ignore[arg-type]
        if self._page:
            listener.page_shown(*self._page)
        if self.program.build:
            listener.project_read(self.program.build.project, self.program.build.documents)
            listener.diagnostics_changed(self.program.build.diagnostics)
        return lambda: self._leave(listener)

    def phone_widget(self) -> object:
        """The phone."""
        return self.program.phone

    def launch(self, path: str = "", query: str = "", arrival: Arrival = AS_BEFORE) -> None:
        """Compiles and starts afresh."""
        self.program.launch(path, query, arrival)

    def relaunch(self) -> None:
        """Starts again with the last arguments."""
        self.program.relaunch()

    def restart_here(self) -> None:
        """On the same pages; a program that was never built is built."""
        if self.program.build is None:
            self.program.relaunch()
        else:
            self.program.restart(keep_stack=True)

    def use_rules(self, rules: RunRules) -> None:
        """Hands them on."""
        self.program.change_options(
            language=rules.language,
            restarts_after_hang=rules.restarts_after_hang,
            memory_limit_mb=rules.memory_limit_mb,
        )

    def clear_cache(self, kind: CacheKind) -> None:
        """Throws away what is stored; a program that may have it in memory starts again."""
        folders = self.program.folders
        if kind in ("data", "all"):
            _clear_storage(folders)
        if kind in ("file", "all"):
            folders.clear_files()
        if kind in ("auth", "all"):
            folders.clear_auth()
        if kind in ("compile", "all"):
            self._project.forget()
        self.program.relaunch()

    def set_zoom(self, percent: int) -> None:
        """0 fits."""
        self.program.phone.set_zoom(percent / 100 if percent else "fit")

    def save_hint(self, path: Path) -> None:
        """The editor has written this file."""
        self.program.save_hint(path)

    def record(self, path: Path) -> bool:
        """Records the session into a file, from the next start on; whether it can."""
        try:
            self.program.recording.start(path, self._project.root.name)
        except OSError as error:
            detail = {"file": str(path), "why": error.strerror or str(error)}
            self.program.notices.say("not-recorded", "error", detail=detail)
            return False
        return True

    def stop_recording(self) -> str:
        """The program goes on."""
        return self.program.recording.stop()

    def go_home(self) -> None:
        """Background, and back at the next press."""
        if self.program.state == "background":
            self.come_back()
        else:
            self.program.navigation.leave()

    def come_back(self, arrival: Arrival = AS_BEFORE) -> None:
        """The page on top is told of with the new scene."""
        self.program.navigation.come_back(arrival)
        if self.program.page:
            self._page_shown(self.program.page)

    def close(self) -> None:
        """Ends everything that belongs to the program."""
        self._listeners.clear()
        self.debug.devtools.close()
        self.program.close()
        self.program.deleteLater()

    def _page_shown(self, page: Page) -> None:
        self._page = (page.path, format_query(page.query), self.program.session.scene)
        for listener in self._listeners:
            listener.page_shown(*self._page)

    def _built(self, result: BuildResult) -> None:
        self._tell(lambda listener: listener.project_read(result.project, result.documents))
        self._tell(lambda listener: listener.diagnostics_changed(result.diagnostics))

    def _not_built(self, finding: Diagnostic | None) -> None:
        found = () if finding is None else (finding,)
        self._tell(lambda listener: listener.diagnostics_changed(found))

    def _reloaded(self, verdict: str, reason: str, duration_ms: float) -> None:
        self._tell(lambda listener: listener.reloaded(verdict, reason, duration_ms))  # type: ignore[arg-type]

    def _state_changed(self, state: str, detail: str) -> None:
        self._tell(lambda listener: listener.state_changed(state, detail))  # type: ignore[arg-type]

    def _phone_said(self, text: str) -> None:
        # Nearly every message is another one, so the text is looked at before it is decoded.
        if _SOURCE_EVENT not in text:
            return
        try:
            message = codec.decode_from_view(codec.well_formed(text.encode("utf-8", "replace")))
        except msgspec.MsgspecError:
            # The program hears the same message and says what is wrong with it.
            return
        if isinstance(message, ShellEvent) and isinstance(message.event, PlaceTouched):
            file, line = message.event.file, message.event.line
            self._tell(lambda listener: listener.source_asked(file, line, 1))

    def _leave(self, listener: ProgramListener) -> None:
        if listener in self._listeners:
            self._listeners.remove(listener)

    def _tell(self, act: Callable[[ProgramListener], None]) -> None:
        for listener in tuple(self._listeners):
            act(listener)
