"""What the logic process is told at its start for the APIs that end in it: their table, and where the program lies."""

from __future__ import annotations

from typing import Any

import msgspec

from runtime.api.logic_side import default_account
from runtime.api.logic_side import launch_settings as api_settings
from runtime.project.model import Project
from runtime.protocol.launch import ExitState, ProgramPlace, Settings
from simulator.data.folders import DataFolders


def launch_settings(
    project: Project,
    folders: DataFolders,
    intercepted: list[str],
    exit_state: ExitState | None,
) -> Settings:
    """`Launch.settings`: the table of APIs, where the program keeps its data, and where it lies in the project."""
    ext_config = project.files.text("ext.json")
    place = ProgramPlace(
        storage_file=str(folders.storage_file),
        files_dir=str(folders.files),
        package_dir=str(project.files.root),
        project_dir=str(project.files.project_root),
        account=default_account(appid_of(project)),
        ext_config=ext_config_values(ext_config) if ext_config else {},
    )
    settings = api_settings(project.platform, place)
    return msgspec.structs.replace(
        settings,
        below=project.files.below,
        intercepted=intercepted,
        exit_state=exit_state,
    )


def appid_of(project: Project) -> str:
    """The project's appid, or the one that tools use for projects without."""
    return str(project.config.get("appid") or "touristappid")


def ext_config_values(text: str) -> dict[str, Any]:
    """The `ext` object of ext.json; empty if the file is not what it should be (the compiler reports that)."""
    try:
        values = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return {}
    ext = values.get("ext") if isinstance(values, dict) else None
    return ext if isinstance(ext, dict) else {}
