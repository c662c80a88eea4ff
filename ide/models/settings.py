"""What the window remembers between starts: one JSON file in the user's configuration folder.

A file that cannot be understood is set aside and treated as absent: settings are comfort, never a reason not to start.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from ide.models.debug_session import KeptDebugging
from ide.models.own_files import read_json, write_json
from ide.models.signal import Signal
from ide.models.theme import ThemeName
from runtime.diagnostics import Language

MAX_RECENT_PROJECTS = 12


class ProjectState(msgspec.Struct, frozen=True):
    """What was open in one project. `phones`: how many; `other_device`: the one beside the first."""

    open_files: list[str] = []
    pinned_files: list[str] = []
    active_file: str = ""
    expanded_folders: list[str] = []
    compile_mode: str = ""
    phones: int = 1
    device: str = ""
    other_device: str = ""
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

    Other windows may write it too: what this one does not change stays as they have left it, and what they have kept of
    projects is known here from the next change on. `refused` carries the system's word when the disk refuses; once,
    until a change is kept again. `set_aside` is where a file went that could not be understood (None: there was no such
    file). `cache_folder`: where what can be made again is kept, if anywhere.
    """

    def __init__(self, folder: Path, cache_folder: Path | None = None) -> None:
        self.folder = folder
        self.cache_folder = cache_folder
        self.refused: Signal[str] = Signal()
        self.set_aside: Path | None = None
        self._unwritten: list[Callable[[Settings], Settings]] = []
        self._path = folder / "settings.json"
        self.is_first_start = not os.path.isfile(self._path)
        self.settings = self._read()

    def update(self, **members: object) -> None:
        """Replaces members of `settings` and saves; they hold even if the disk refuses."""
        others = {name: value for name, value in members.items() if getattr(self.settings, name) != value}
        if others or self._unwritten:
            self._change(lambda settings: msgspec.structs.replace(settings, **others))

    def update_parts(self, **members: object) -> None:
        """Replaces members of `settings.parts` and saves."""
        self._change(
            lambda settings: msgspec.structs.replace(settings, parts=msgspec.structs.replace(settings.parts, **members))
        )

    def project_state(self, root: Path) -> ProjectState:
        """What was open in this project the last time."""
        return self.settings.projects.get(str(root), ProjectState())

    def update_project(self, root: Path, **members: object) -> None:
        """Replaces members of one project's state and saves."""

        def change(settings: Settings) -> Settings:
            state = msgspec.structs.replace(settings.projects.get(str(root), ProjectState()), **members)
            return msgspec.structs.replace(settings, projects={**settings.projects, str(root): state})

        self._change(change)

    def remember_project(self, root: Path) -> None:
        """Puts a project at the top of the recent ones."""

        def change(settings: Settings) -> Settings:
            others = [path for path in settings.recent_projects if path != str(root)]
            recent = [str(root), *others][:MAX_RECENT_PROJECTS]
            return msgspec.structs.replace(settings, recent_projects=recent, last_project=str(root))

        self._change(change)

    def _change(self, change: Callable[[Settings], Settings]) -> None:
        self.settings = change(self.settings)
        self._unwritten.append(change)
        kept = self._kept_by_others()
        for one in self._unwritten:
            kept = one(kept)
        try:
            write_json(self._path, msgspec.to_builtins(kept))
        except OSError as error:
            if len(self._unwritten) == 1:
                self.refused.emit(error.strerror or str(error))
        else:
            self._unwritten = []
            self.settings = msgspec.structs.replace(
                self.settings, projects=kept.projects, recent_projects=kept.recent_projects
            )

    def _kept_by_others(self) -> Settings:
        """The file as it is now; where it is gone or broken, what this window knows."""
        try:
            return msgspec.convert(read_json(self._path), Settings)
        except (OSError, ValueError):
            return self.settings

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
