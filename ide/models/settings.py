"""What the window remembers between starts: one JSON file in the user's configuration folder.

A file that cannot be understood is set aside and treated as absent: settings are comfort, never a reason not to start.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from ide.models.debug_session import KeptDebugging
from ide.models.own_files import read_json, write_json
from ide.models.signal import Signal
from ide.models.theme import ThemeName
from runtime.diagnostics import Language

MAX_RECENT_PROJECTS = 12


class ProjectState(msgspec.Struct, frozen=True):
    """What was open in one project."""

    open_files: list[str] = []
    pinned_files: list[str] = []
    active_file: str = ""
    expanded_folders: list[str] = []
    compile_mode: str = ""
    device: str = ""
    phone_language: str = ""
    zoom_percent: int = 0
    debugging: KeptDebugging = KeptDebugging()


class Parts(msgspec.Struct, frozen=True):
    """The phone and the panels as parts of the window, by name: which of them stand `apart`, in windows of their own,
    where (`places`, as `Settings.geometry`) and which of these stay on top; the tabs of the panels."""

    apart: list[str] = []
    on_top: list[str] = []
    places: dict[str, str] = {}
    tab_order: list[str] = []
    hidden_tabs: list[str] = []


class Settings(msgspec.Struct, frozen=True):
    """Everything. `splitters` and `geometry` are Qt's own bytes in base64."""

    theme: ThemeName = "dark"
    language: Language = "en"
    phone_side: str = "left"
    editor_font_px: int = 13
    saves_on_change: bool = False
    restarts_after_hang: bool = True
    memory_limit_mb: int = 512
    shows_simulator: bool = True
    shows_editor: bool = True
    shows_debugger: bool = True
    debugger_tab: str = ""
    geometry: str = ""
    splitters: dict[str, str] = {}
    parts: Parts = Parts()
    recent_projects: list[str] = []
    last_project: str = ""
    starting_project: str = ""
    projects: dict[str, ProjectState] = {}


class SettingsFile:
    """The one owner of the settings. `update` replaces members and writes the file.

    `refused` carries the system's word when the disk refuses; once, until a change is kept again. `set_aside` is where
    a file went that could not be understood (None: there was no such file). `cache_folder`: where what can be made
    again is kept, if anywhere.
    """

    def __init__(self, folder: Path, cache_folder: Path | None = None) -> None:
        self.folder = folder
        self.cache_folder = cache_folder
        self.refused: Signal[str] = Signal()
        self.set_aside: Path | None = None
        self._is_refused = False
        self._path = folder / "settings.json"
        self.is_first_start = not os.path.isfile(self._path)
        self.settings = self._read()

    def update(self, **members: object) -> None:
        """Replaces members of `settings` and saves; they hold even if the disk refuses."""
        self.settings = msgspec.structs.replace(self.settings, **members)
        try:
            write_json(self._path, msgspec.to_builtins(self.settings))
        except OSError as error:
            was_refused, self._is_refused = self._is_refused, True
            if not was_refused:
                self.refused.emit(error.strerror or str(error))
        else:
            self._is_refused = False

    def update_parts(self, **members: object) -> None:
        """Replaces members of `settings.parts` and saves."""
        self.update(parts=msgspec.structs.replace(self.settings.parts, **members))

    def project_state(self, root: Path) -> ProjectState:
        """What was open in this project the last time."""
        return self.settings.projects.get(str(root), ProjectState())

    def update_project(self, root: Path, **members: object) -> None:
        """Replaces members of one project's state and saves."""
        state = msgspec.structs.replace(self.project_state(root), **members)
        self.update(projects={**self.settings.projects, str(root): state})

    def remember_project(self, root: Path) -> None:
        """Puts a project at the top of the recent ones."""
        others = [path for path in self.settings.recent_projects if path != str(root)]
        self.update(recent_projects=[str(root), *others][:MAX_RECENT_PROJECTS], last_project=str(root))

    def _read(self) -> Settings:
        try:
            return msgspec.convert(read_json(self._path), Settings)
        except OSError:
            return Settings()
        except ValueError:
            self.set_aside = _put_aside(self._path)
            return Settings()


def _put_aside(path: Path) -> Path | None:
    """What the user had stays to be looked at; the next change would write over it."""
    aside = path.with_name("settings.broken.json")
    try:
        return path.replace(aside)
    except OSError:
        return None
