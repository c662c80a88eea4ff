"""Building npm from the window: the menu's wish, the offer above the content, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ide.models.appearance import Appearance
from ide.models.problems import Problems
from ide.models.question import Notice
from ide.shell.notices import Notices
from ide.shell.npm_builder import NpmBuilder
from runtime.project.npm.build import NpmResult

OFFERING_CODES = frozenset({"npm/packed-in-memory"})
"""Findings that a build of npm mends."""

NOTICE = "build_npm"


class NpmDesk(QObject):
    """Signals: `said(text)` for the status bar; `built` when the project should be compiled again."""

    said = Signal(str)
    built = Signal()

    def __init__(self, appearance: Appearance, problems: Problems, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._problems = problems
        self._notices = notices
        self._answered: set[Path] = set()
        self._builder = NpmBuilder(self)
        self._builder.built.connect(self._built)
        self._builder.failed.connect(lambda why: self._say("report.action_failed", detail=why))

    def build(self, root: Path) -> None:
        """Builds in the background."""
        self._answered.add(root)
        self._say("npm.building")
        self._builder.build(root)

    def offer(self, root: Path) -> None:
        """Asks, once for each project, if the last build says that packages should be written."""
        needs_it = any(one.code in OFFERING_CODES for one in self._problems.diagnostics)
        if needs_it and root not in self._answered:
            self._notices.say(Notice(NOTICE, (NOTICE, "later")))

    def answered(self, root: Path, answer: str) -> None:
        """The user has answered the offer."""
        self._answered.add(root)
        if answer == NOTICE:
            self.build(root)

    def wait(self) -> None:
        """The window goes away: a running build ends first."""
        self._builder.wait()

    def _built(self, result: NpmResult) -> None:
        key = "npm.built" if result.packages else "npm.nothing"
        self._say(key, packages=len(result.packages), files=result.file_count)
        self.built.emit()

    def _say(self, key: str, **arguments: object) -> None:
        self.said.emit(self._appearance.texts(key, **arguments))
