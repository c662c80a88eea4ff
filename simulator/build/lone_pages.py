"""A project of whose pages nothing counts, so that pages made for one component can take their place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from runtime.project.load import load_project
from runtime.project.model import NotAProject

PAGE_KEYS = ("pages", "subPackages", "subpackages", "tabBar", "entryPagePath", "preloadRule")
ROOT_MARKS = ("project.config.json", "app.json", "package.json")


def root_above(folder: Path) -> Path:
    """The project around a folder: the nearest one above with one of the marks, else the folder itself."""
    for mark in ROOT_MARKS:
        for above in (folder, *folder.parents):
            if (above / mark).is_file():
                return above
    return folder


def program_of(top: Path) -> tuple[str, dict[str, Any]]:
    """The mini program's folder in the project, and what app.json says that is not about pages."""
    try:
        project = load_project(top)
    except NotAProject:
        return "", {}
    return project.files.below, {key: value for key, value in project.app.items() if key not in PAGE_KEYS}
