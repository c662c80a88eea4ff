"""What the window does to a running mini program, and what it hears from it; panels ask its `DebugTarget`.

`ide.hosted` implements it over the simulator. All calls and callbacks are on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from ide.models.debug_target import DebugTarget
from runtime.diagnostics import Diagnostic, Language
from runtime.project.model import Project
from simulator.session.arrival import AS_BEFORE, Arrival

if TYPE_CHECKING:
    from runtime.compiler.wxml.syntax import Document

CacheKind = Literal["file", "data", "auth", "network", "compile", "all"]
CACHE_KINDS: tuple[CacheKind, ...] = ("file", "data", "auth", "network", "compile", "all")

ReloadVerdict = Literal["style", "template", "logic", "restart", "unchanged", "failed", "started"]
"""What a change did: style swapped, template swapped, page logic swapped (all keep state), program restarted,
nothing to do, or the last good screen stays because the change does not compile. `started`: the user asked for it."""

ProgramState = Literal["starting", "running", "background", "hung", "crashed", "stopped"]


@dataclass(frozen=True, slots=True)
class RunRules:
    """How programs run. `language` is that of what the host writes on the phone; the memory limit counts from the
    next launch on."""

    language: Language = "en"
    restarts_after_hang: bool = True
    memory_limit_mb: int = 512


class ProgramListener(Protocol):
    """Hears from a running program."""

    def page_shown(self, path: str, query: str, scene: int) -> None:
        """Another page is on top. `path` has no suffix; `query` is `a=1&b=2` or empty."""

    def reloaded(self, verdict: ReloadVerdict, reason: str, duration_ms: float) -> None:
        """A change on disk was taken up. `reason` says why it restarted or failed; else empty."""

    def project_read(self, project: Project, templates: Mapping[str, Document]) -> None:
        """What the configuration files say, and the parsed templates by path, after each build."""

    def diagnostics_changed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """The findings of the last build: all of them, each time."""

    def state_changed(self, state: ProgramState, detail: str) -> None:
        """The program started, crashed, hangs…; `detail` says where or why."""

    def source_asked(self, file: str, line: int, column: int) -> None:
        """The user clicked a source position in the phone (error overlay): show it in the editor."""


class ProgramControl(Protocol):
    """One project on one simulated phone."""

    @property
    def debug(self) -> DebugTarget:
        """What panels may ask of it; always the same one."""

    def add_listener(self, listener: ProgramListener) -> Callable[[], None]:
        """From now on `listener` hears everything, until the result is called; the present state is told at once."""

    def phone_widget(self) -> object:
        """The `QWidget` that shows the phone; always the same one."""

    def launch(self, path: str = "", query: str = "", arrival: Arrival = AS_BEFORE) -> None:
        """Compiles and starts afresh; an empty path is the project's entry page."""

    def relaunch(self) -> None:
        """Compiles and starts again with the arguments of the last `launch`."""

    def restart_here(self) -> None:
        """Starts the built program again, on the pages that are open."""

    def use_rules(self, rules: RunRules) -> None:
        """The user has changed how programs run."""

    def clear_cache(self, kind: CacheKind) -> None:
        """Throws away what the simulated phone has stored."""

    def set_zoom(self, percent: int) -> None:
        """Scales the phone; 0 fits it to the widget."""

    def save_hint(self, path: Path) -> None:
        """The editor has just written this file: look at it now, without waiting for the file watcher."""

    def record(self, path: Path) -> bool:
        """Records the session into a file, from the next start on; whether it can, else the console says why not."""

    def stop_recording(self) -> str:
        """The file is complete; what went wrong with it, or an empty text."""

    def go_home(self) -> None:
        """The home key: background and back to the foreground."""

    def come_back(self, arrival: Arrival = AS_BEFORE) -> None:
        """From the background, by way of a scene."""

    def close(self) -> None:
        """Ends the program and its processes; the widget dies with its parent."""
