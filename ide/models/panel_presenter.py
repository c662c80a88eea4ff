"""What every panel's presenter has: its desk, its views, and the records of the program. Knows no Qt.

A presenter lives as long as its project is open. Views come when somebody looks (the panel's widget, a test) and there
may be none, as on the command line: what a panel shows is then read by `lines`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ide.models.appearance import Appearance
from ide.models.debug_session import DebugSession
from ide.models.debug_target import DebugTarget
from ide.models.problems import Problems
from ide.models.project_files import NoFiles, ProjectFiles
from ide.models.question import Question
from ide.models.signal import Signal
from simulator.bridge.record import Record

View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class PanelDesk:
    """What a panel gets to work with.

    `debugging` are the user's breakpoints and pauses; `open_source(file, line, column)` shows a place in the editor,
    `file` relative to the sources, 0 unknown; `say` shows a short message; `files` are those of the project, where
    there is a window; `ask` asks its user in a dialog, and without a window nobody. `find_changes` looks when a place
    in the data of the page on top changed, in a recording; None elsewhere.
    """

    target: DebugTarget
    debugging: DebugSession
    problems: Problems
    appearance: Appearance
    open_source: Callable[[str, int, int], None]
    say: Callable[[str], None]
    files: ProjectFiles = field(default_factory=NoFiles)
    ask: Callable[[Question, Callable[[str], None]], object] = lambda _question, _answered: None
    find_changes: Callable[[str], object] | None = None


@dataclass(frozen=True, slots=True)
class Badge:
    """A number on a panel's tab; 0 shows none. `is_bad`: somebody has to look at it."""

    count: int
    is_bad: bool = False


class PanelPresenter(Generic[View]):
    """Base of the presenters. `badged` carries what their tab should wear."""

    def __init__(self, desk: PanelDesk) -> None:
        self.badged: Signal[Badge] = Signal()
        self.is_seen = False
        self._desk = desk
        self._views: list[View] = []
        self._leave = desk.target.records.subscribe(self.receive)

    def attach(self, view: View) -> None:
        """From now on `view` is told as well."""
        self._views.append(view)

    def receive(self, records: Sequence[Record]) -> None:
        """What has passed between the program's parts."""

    def refresh(self) -> None:
        """Asks the program anew for what is shown."""

    def command(self, name: str) -> None:
        """A command of the menus that is meant for this panel (`ide/shell/panel_commands.py`)."""

    def lines(self) -> list[str]:
        """What is shown, as plain text."""
        raise NotImplementedError

    def close(self) -> None:
        """The project is closed. Answers that come all the same find no view, which may be gone."""
        self._leave()
        self._views.clear()

    def _tell(self, say: Callable[[View], None]) -> None:
        for view in self._views:
            say(view)

    def _report(self, key: str, **arguments: str) -> None:
        self._desk.say(self._desk.appearance.texts(f"report.{key}", **arguments))
