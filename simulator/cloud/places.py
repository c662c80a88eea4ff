"""Where the cloud of a project lies: its data in the user's private folder, its functions and seeds in the project."""

from __future__ import annotations

from pathlib import Path

from runtime.cloud.names import SEEDS_FOLDER
from runtime.project.gate import Gate
from runtime.project.model import Project
from runtime.protocol.cloud import Begin
from simulator.api.launch_settings import appid_of
from simulator.data.folders import DataFolders


def begin_of(project: Project, folders: DataFolders) -> Begin:
    """What the process is told first."""
    root = project.files.project_root
    return Begin(
        folder=str(folders.cloud),
        functions=_folder(root, project.config.get("cloudfunctionRoot")),
        seeds=_folder(root, SEEDS_FOLDER),
        appid=appid_of(project),
        is_trusted=folders.is_trusted,
    )


def _folder(root: Path, name: object) -> str:
    """A folder in the project, empty for one that is not there or lies outside."""
    place = Gate(root).place(root / name) if isinstance(name, str) and name else None
    return str(place) if place is not None and place.is_dir() else ""
