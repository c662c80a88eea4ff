"""Which project is opened next: asks for a folder, or makes one from a template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.settings import SettingsFile
from ide.shell.new_project_dialog import NewProject, NewProjectDialog
from ide.shell.project_dialogs import ask_project
from simulator.project_templates import NewProjectError, new_project


class ProjectsDesk:
    """`open_project` gets a folder, `say` what cannot be done."""

    def __init__(
        self,
        window: QWidget,
        appearance: Appearance,
        settings: SettingsFile,
        open_project: Callable[[Path], None],
        say: Callable[[str], None],
    ) -> None:
        self._window = window
        self._settings = settings
        self._appearance = appearance
        self._open_project = open_project
        self._say = say

    def ask(self) -> None:
        """A folder that is there."""
        ask_project(self._window, self._appearance.texts, self._open_project)

    def ask_new(self, template: str) -> None:
        """A new one, beside the one that was opened last; `template` is marked at first."""
        recent = self._settings.settings.recent_projects
        place = Path(recent[0]).parent if recent else Path.home()
        dialog = NewProjectDialog(
            self._appearance.texts, template, place if place.is_dir() else Path.home(), self._window
        )
        dialog.chosen.connect(self.create)
        dialog.open()

    def create(self, wish: NewProject) -> None:
        """Makes a project from a template and opens it."""
        try:
            new_project(wish.target, wish.template, appid=wish.appid, languages=wish.languages)
        except NewProjectError as problem:
            self._say(self._appearance.texts("report.action_failed", detail=str(problem)))
        else:
            self._open_project(wish.target)
