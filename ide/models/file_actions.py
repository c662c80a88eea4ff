"""Creating, renaming and moving files of a project; a page also gets its entry in app.json.

Every action returns what it made or a `Failed` with the key of its text. Deleting goes through the desktop's trash,
so it is the panel's.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ide.models.file_templates import new_files
from ide.models.file_tree import is_inside, join
from ide.models.text_files import Refused, read_text_file, write_text_file
from runtime.project.json_edit import BrokenJson, append_to_list
from runtime.project.json_text import Key, read_json
from runtime.systems.case import folded, is_same_file
from runtime.systems.line_ends import write_new
from runtime.systems.paths import is_name_everywhere


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing was done: text `report.<key>`."""

    key: str
    arguments: Mapping[str, str] = field(default_factory=dict)


def create_file(root: Path, folder: str, name: str) -> str | Failed:
    """Makes an empty file; `name` may hold folders (`a/b.js`), which are made too."""
    return _create(root, join(folder, name), "")


def create_folder(root: Path, folder: str, name: str) -> str | Failed:
    """Makes a folder."""
    path = join(folder, name)
    if failed := complaint(root, path):
        return failed
    try:
        (root / path).mkdir(parents=True)
    except OSError as error:
        return Failed("action_failed", {"detail": error.strerror or str(error)})
    return path


def create_page(root: Path, source_root: str, folder: str, name: str) -> str | Failed:
    """Makes the files of a page and its entry in app.json; returns the path of its WXML."""
    base = join(folder, name)
    made = _create_all(root, base, new_files(root, source_root, "page", PurePosixPath(base).name))
    if isinstance(made, Failed):
        return made
    page = base[len(source_root) + 1 :] if source_root else base
    failed = add_page(root / source_root / "app.json", page)
    return failed or made


def create_component(root: Path, source_root: str, folder: str, name: str) -> str | Failed:
    """Makes the files of a component; returns the path of its WXML."""
    base = join(folder, name)
    return _create_all(root, base, new_files(root, source_root, "component", PurePosixPath(base).name))


def rename(root: Path, path: str, new_path: str) -> str | Failed:
    """Gives a file or folder another name or place."""
    if new_path == path:
        return path
    if is_inside(new_path, path):
        return Failed("name_wrong", {"name": new_path})
    if failed := rename_complaint(root, path, new_path):
        return failed
    try:
        (root / new_path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).rename(root / new_path)
    except OSError as error:
        return Failed("action_failed", {"detail": error.strerror or str(error)})
    return new_path


def complaint(root: Path, path: str, *, is_taken: bool | None = None) -> Failed | None:
    """Why nothing can be made at this path: a name that some system does not take, or something that is there."""
    parts = path.split("/")
    if not all(is_name_everywhere(part) for part in parts):
        return Failed("name_wrong", {"name": parts[-1]})
    if is_taken is None:
        is_taken = os.path.lexists(root / path)
    return Failed("name_taken", {"file": path}) if is_taken else None


def rename_complaint(root: Path, path: str, new_path: str) -> Failed | None:
    """Why something cannot have another path; letters of another case are the same file on some systems."""
    is_case_change = folded(path) == folded(new_path) and is_same_file(root / path, root / new_path)
    return complaint(root, new_path, is_taken=not is_case_change and os.path.lexists(root / new_path))


def add_page(app_json: Path, page: str) -> Failed | None:
    """Adds a page to app.json, to the subpackage whose root it lies in, else to `pages`.

    Only the list is touched: the rest of the text, comments too, keeps its form.
    """
    contents = read_text_file(app_json)
    if isinstance(contents, Refused):
        return Failed("app_json_unchanged", {"detail": contents.detail or contents.reason})
    key, entry = _place_of_page(read_json(contents.text, app_json.name).members(), page)
    text = append_to_list(contents.text, key, entry)
    if isinstance(text, BrokenJson):
        return Failed("app_json_unchanged", {"detail": text.why})
    written = write_text_file(app_json, text, has_bom=contents.has_bom)
    if isinstance(written, Refused):
        return Failed("app_json_unchanged", {"detail": written.detail or written.reason})
    return None


def _place_of_page(app: Mapping[str, object], page: str) -> tuple[Key, str]:
    """The list in app.json, and what the page is called in it."""
    for name in ("subpackages", "subPackages"):
        packages = app.get(name)
        for number, package in enumerate(packages if isinstance(packages, list) else ()):
            root = str(package.get("root", "")).strip("/") if isinstance(package, dict) else ""
            if root and is_inside(page, root):
                return (name, number, "pages"), page[len(root) + 1 :]
    return ("pages",), page


def _create_all(root: Path, base: str, texts: Mapping[str, str]) -> str | Failed:
    for ending in texts:
        if failed := complaint(root, base + ending):
            return failed
    for ending, text in texts.items():
        made = _create(root, base + ending, text)
        if isinstance(made, Failed):
            return made
    return base + (".wxml" if ".wxml" in texts else next(iter(texts)))


def _create(root: Path, path: str, text: str) -> str | Failed:
    if failed := complaint(root, path):
        return failed
    try:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        write_new(root / path, text)
    except OSError as error:
        return Failed("action_failed", {"detail": error.strerror or str(error)})
    return path
