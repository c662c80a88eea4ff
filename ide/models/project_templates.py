"""New projects from `resources/templates`: each folder there is one."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path


def template_names() -> list[str]:
    """The templates there are, `blank` first."""
    folder = Path(str(files("resources"))) / "templates"
    names = [path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))]
    return sorted(names, key=lambda name: (name != "blank", name))


def create_project(template: str, target: Path) -> str:
    """Copies a template into a folder that does not exist yet; returns the system's complaint or an empty string."""
    source = Path(str(files("resources"))) / "templates" / template
    try:
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    except OSError as error:
        return error.strerror or str(error)
    return ""
