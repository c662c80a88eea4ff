"""Packages from npm in the window: how they stand (status bar), the wish to build them, what is said of them above the
content, what came of it.

Nothing is installed from here: what an installation runs is for the user's own shell.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ide.models.appearance import Appearance
from ide.models.npm_state import MISSING_CODE, npm_state
from ide.models.problems import Problems
from ide.models.project_facts import ProjectFacts
from ide.models.question import Notice
from ide.shell.notices import Notices
from ide.shell.npm_builder import NpmBuilder
from ide.shell.status_bar import StatusBar
from runtime.project.npm.build import NpmResult

_BUILD, _MISSING = "build_npm", "missing_packages"
NOTICES = (_BUILD, _MISSING)
"""Keys of what is said above the content."""


class NpmDesk(QObject):
    """`built`: the project should be compiled again."""

    built = Signal()

    def __init__(
        self, appearance: Appearance, problems: Problems, notices: Notices, status: StatusBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._status = status
        self._appearance = appearance
        self._problems = problems
        self._notices = notices
        self._answered: set[Path] = set()
        self._missing_told: set[Path] = set()
        self._command = ""
        self._builder = NpmBuilder(self)
        self._builder.built.connect(self._built)
        self._builder.failed.connect(lambda why: self._say("report.action_failed", detail=why))

    def build(self, root: Path) -> None:
        """Builds in the background."""
        self._answered.add(root)
        self._say("npm.building")
        self._builder.build(root)

    def look(self, facts: ProjectFacts) -> None:
        """After each build: shows how the packages stand. What needs the user's hand is said once for each project."""
        state = npm_state(facts.root, facts.npm_folders, {one.code for one in self._problems.diagnostics})
        self._status.show_npm(state)
        self._tell_missing(facts.root)
        if state != "not_built":
            self._notices.drop(_BUILD)
        elif facts.root not in self._answered:
            self._notices.say(Notice(_BUILD, (_BUILD, "later")))

    def asked(self, root: Path) -> None:
        """The user clicked the state: packages are built; those that are missing are told again."""
        self._missing_told.discard(root)
        self._tell_missing(root)
        if _MISSING not in self._notices:
            self.build(root)

    def answered(self, root: Path, key: str, answer: str) -> None:
        """The user has answered what was said."""
        (self._missing_told if key == _MISSING else self._answered).add(root)
        if answer == _BUILD:
            self.build(root)
        elif answer == "copy_command":
            QGuiApplication.clipboard().setText(self._command)
            self._say("report.copied", text=self._command)

    def wait(self) -> None:
        """The window goes away: a running build ends first."""
        self._builder.wait()

    def _tell_missing(self, root: Path) -> None:
        missing = next((one for one in self._problems.diagnostics if one.code == MISSING_CODE), None)
        if missing is None:
            self._notices.drop(_MISSING)
            self._missing_told.discard(root)
        elif root not in self._missing_told:
            self._command = missing.args["command"]
            self._notices.say(Notice(_MISSING, ("copy_command", "later"), missing.args))

    def _built(self, result: NpmResult) -> None:
        key = "npm.built" if result.packages else "npm.nothing"
        self._say(key, packages=len(result.packages), files=result.file_count)
        self.built.emit()

    def _say(self, key: str, **arguments: object) -> None:
        self._status.say(self._appearance.texts(key, **arguments))
