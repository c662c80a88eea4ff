"""What the logic process is told at its start besides the program: the device as a page sees it, and settings."""

from __future__ import annotations

from typing import Any

import msgspec

from runtime.api.logic_side import ProgramPlace, default_account
from runtime.api.logic_side import launch_settings as api_settings
from runtime.project.model import Project
from simulator.data.folders import DataFolders
from simulator.device import AppFacts, Device
from simulator.session.facts import ProgramFacts
from simulator.session.routes import Page

SIMULATOR_PLATFORM = "devtools"
"""What `wx.getSystemInfoSync().platform` says in a simulator; programs and test tools look for it."""


def system_information(device: Device, facts: ProgramFacts | None, page: Page | None) -> dict[str, Any]:
    """The snapshot behind wx.getSystemInfoSync and its relatives, for the page on top (None: the entry page)."""
    path = page.path if page else facts.entry_path if facts else ""
    page_facts = facts.pages.get(path) if facts else None
    navigation = "custom" if page_facts and page_facts.window.get("navigationStyle") == "custom" else "default"
    has_tab_bar = bool(page_facts and page_facts.tab_index >= 0 and facts and not facts.has_custom_tab_bar)
    app = AppFacts(platform=SIMULATOR_PLATFORM, is_debug=True)
    known = device.system_info(app, "custom" if navigation == "custom" else "default", has_tab_bar=has_tab_bar)
    if facts and not facts.follows_theme:
        # Source: reference, getSystemInfo: a program that does not follow the theme is not told of it.
        del known["theme"]
    return known


def launch_settings(project: Project, folders: DataFolders) -> dict[str, Any]:
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
    return {**api_settings(project.platform, place), "below": project.files.below}


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
