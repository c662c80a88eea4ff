"""Copies of files and folders in a project, under names that are free, and what the trash gives back.

May take long: a folder can be large. Called in a thread.
"""

from __future__ import annotations

import itertools
import os
import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ide.models.file_actions import Failed
from ide.models.file_tree import join
from runtime.systems.links import is_link

_INFO_FOLDER = "info"


def copy_into(root: Path, source: Path, folder: str) -> str | Failed:
    """Copies a file or folder into a folder of the project; returns the copy's path. Links stay links."""
    if not os.path.lexists(source):
        return Failed("gone", {"file": source.name})
    path = join(folder, free_name(root / folder, source.name))
    is_folder = source.is_dir() and not is_link(source)
    if is_folder and (root / folder).resolve().is_relative_to(source.resolve()):
        return Failed("into_itself", {"folder": source.name})
    try:
        if is_folder:
            shutil.copytree(source, root / path, symlinks=True)
        else:
            shutil.copy2(source, root / path, follow_symlinks=False)
    except (OSError, shutil.Error) as error:
        return Failed("action_failed", {"detail": getattr(error, "strerror", None) or str(error)})
    return path


def free_name(folder: Path, name: str) -> str:
    """The name, or one like it that nothing in the folder has: `a.js`, `a copy.js`, `a copy 2.ts`."""
    if not os.path.lexists(folder / name):
        return name
    # Of `index.d.ts` the stem is `index`, of `.eslintrc` all of it.
    stem, dot, ending = name.partition(".") if not name.startswith(".") else (name, "", "")
    tries = itertools.chain([f"{stem} copy"], (f"{stem} copy {number}" for number in itertools.count(2)))
    return next(free for one in tries if not os.path.lexists(folder / (free := one + dot + ending)))


def bring_back(root: Path, place: Path, path: str) -> str | Failed:
    """Takes from the trash, where it is `place`, what had this path; returns the path."""
    target = root / path
    if os.path.lexists(target):
        return Failed("name_taken", {"file": path})
    if not os.path.lexists(place):
        return Failed("gone", {"file": PurePosixPath(path).name})
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(place, target)
    except (OSError, shutil.Error) as error:
        return Failed("action_failed", {"detail": getattr(error, "strerror", None) or str(error)})
    with suppress(OSError):
        # Where the trash keeps a note of each entry, this one has no entry any more.
        (place.parent.parent / _INFO_FOLDER / f"{place.name}.trashinfo").unlink(missing_ok=True)
    return path
