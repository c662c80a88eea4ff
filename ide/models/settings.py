"""What the window remembers between starts: one JSON file in the user's configuration folder.

A file that cannot be read is treated as absent: settings are comfort, never a reason not to start.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

from ide.models.theme import ThemeName
from runtime.diagnostics import Language

MAX_RECENT_PROJECTS = 12


class ProjectState(msgspec.Struct, frozen=True):
    """What was open in one project."""

    open_files: list[str] = []
    active_file: str = ""
    expanded_folders: list[str] = []
    compile_mode: str = ""
    device: str = ""
    zoom_percent: int = 0


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
    recent_projects: list[str] = []
    last_project: str = ""
    projects: dict[str, ProjectState] = {}


class SettingsFile:
    """The one owner of the settings. `update` replaces members and writes the file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / "settings.json"
        self.is_first_start = not self._path.is_file()
        self.settings = self._read()

    def update(self, **members: object) -> None:
        """Replaces members of `settings` and saves; a disk that refuses is ignored, as the values still hold."""
        self.settings = msgspec.structs.replace(self.settings, **members)
        temporary = self._path.with_suffix(".tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(msgspec.json.format(msgspec.json.encode(self.settings), indent=2))
            temporary.replace(self._path)
        except OSError:
            return

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
            return msgspec.json.decode(self._path.read_bytes(), type=Settings)
        except (OSError, msgspec.DecodeError):
            return Settings()


def user_config_folder() -> Path:
    """Where settings live for this user: `HANDSET_CONFIG_DIR`, or the platform's own place."""
    if chosen := os.environ.get("HANDSET_CONFIG_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "Handset"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Handset"
    return Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "handset"
