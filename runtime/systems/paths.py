"""How the systems write paths, and which names they have for something else than files.

A project's own paths are text with `/` on every system (`runtime/project/paths.py`); these are the ones on the disk.
"""

from __future__ import annotations

import ntpath
import posixpath
import re
from types import ModuleType

from runtime.systems.system import THIS_SYSTEM, System

_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[1-9¹²³])\s*(?:\.|\Z)", re.IGNORECASE)
_NO_NAME_ON_WINDOWS = re.compile(r'[<>:"|?*\\/\x00-\x1f]|[ .]\Z')


def _grammar(system: System) -> ModuleType:
    return ntpath if system == "windows" else posixpath


def is_inside(path: str, folder: str, system: System = THIS_SYSTEM) -> bool:
    """Whether a real path is a folder's or lies below it."""
    grammar = _grammar(system)
    one, top = grammar.normcase(path), grammar.normcase(folder)
    return bool(one == top or one.startswith(top.rstrip(grammar.sep) + grammar.sep))


def name_below(path: str, folder: str, system: System = THIS_SYSTEM) -> str | None:
    """What a path is called in a folder, with `/`; empty for the folder itself, None outside of it."""
    try:
        relative: str = _grammar(system).relpath(path, folder)
    except ValueError:  # another drive
        return None
    name = relative.replace(_grammar(system).sep, "/")
    if name == ".":
        return ""
    return None if name.split("/")[0] == ".." else name


def is_device(path: str, system: System = THIS_SYSTEM) -> bool:
    """Whether a path means a device, or a hidden stream of a file, wherever it lies: reading one may never end."""
    if system != "windows":
        return False
    steps = ntpath.splitdrive(path)[1].replace("/", "\\").split("\\")
    return any(_DEVICES.match(step) or ":" in step for step in steps)


def is_name_everywhere(name: str) -> bool:
    """Whether a file may be called so on all three systems: a project goes from one computer to another."""
    return bool(name) and not _NO_NAME_ON_WINDOWS.search(name) and not _DEVICES.match(name) and name[0] != " "
