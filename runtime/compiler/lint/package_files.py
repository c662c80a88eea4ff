"""Which files go into which package when the project is uploaded.

Code that nothing reaches is left out by the tools, resources are not. Only endings that the platform takes count.
Extended libraries are part of the platform.
Source: reference, upload white list; project.config.json reference page, packOptions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from fnmatch import translate
from typing import Any

from runtime.compiler.languages import ending_of
from runtime.project.extended import package_folder
from runtime.project.model import Project

RESOURCE_ENDINGS = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp3", ".aac", ".m4a", ".mp4", ".wav", ".ogg", ".silk"}
    | {".wasm", ".br", ".cert", ".cer", ".ttf", ".woff"}
)
LONGEST_PATH = 200
MOST_REPEATS = 2
_CLASS_OR_ESCAPE = re.compile(r"\\.|\[\^?\]?[^\]]*\]")
_REPEAT = re.compile(r"[*+{]")
_REPEATED_GROUP = re.compile(r"\)[*+{]|\(\?[^:]")
_NEVER = ("node_modules/", "miniprogram_npm/")


def package_files(project: Project, code: Collection[str]) -> Mapping[str, list[str]]:
    """The files of each package by its root (`""`: the main package). `code`: what the program reaches."""
    roots = sorted((package.root for package in project.packages), key=len, reverse=True)
    is_ignored = _ignored(project.config.get("packOptions"))
    extended = tuple(f"{package_folder(package)}/" for package in project.mounts.extended)
    found: dict[str, list[str]] = {root: [] for root in roots}
    for path in project.files.paths:
        is_code = path in code and not path.startswith(extended)
        if not is_code and (path.startswith(_NEVER) or ending_of(path).lower() not in RESOURCE_ENDINGS):
            continue
        if not is_ignored(path):
            found[next(root for root in roots if not root or path.startswith(f"{root}/"))].append(path)
    return found


def is_from_npm(path: str) -> bool:
    """Whether a file belongs to an installed package."""
    return "miniprogram_npm/" in path or "node_modules/" in path


def _ignored(options: Any) -> Callable[[str], bool]:
    """Whether `packOptions` leaves a path out; `include` beats `ignore`."""
    if not isinstance(options, dict):
        return lambda path: False
    ignore, include = _patterns(options.get("ignore")), _patterns(options.get("include"))

    def is_ignored(path: str) -> bool:
        return _matches(ignore, path) and not _matches(include, path)

    return is_ignored


def _matches(patterns: list[re.Pattern[str]], path: str) -> bool:
    return len(path) <= LONGEST_PATH and any(pattern.search(path) for pattern in patterns)


def is_quick(pattern: str) -> bool:
    """Whether a regular expression of a project finds its answer soon, whatever the path: one that repeats groups, or
    repeats often, may try the same text in countless ways."""
    plain = _CLASS_OR_ESCAPE.sub("x", pattern).removeprefix(".*").removesuffix(".*")
    return not _REPEATED_GROUP.search(plain) and len(_REPEAT.findall(plain)) <= MOST_REPEATS


def _patterns(entries: Any) -> list[re.Pattern[str]]:
    found = []
    for entry in entries if isinstance(entries, list) else ():
        value = entry.get("value") if isinstance(entry, dict) else None
        if not isinstance(value, str) or not value:
            continue
        pattern = _pattern(str(entry.get("type")), value)
        if entry.get("type") == "regexp" and not is_quick(pattern):
            continue
        try:
            found.append(re.compile(pattern, re.IGNORECASE))
        except (re.error, RecursionError, OverflowError):
            continue
    return found


def _pattern(kind: str, value: str) -> str:
    name = value.removeprefix("./").strip("/")
    if kind == "folder":
        return f"^{re.escape(name)}/"
    if kind == "file":
        return f"^{re.escape(name)}$"
    if kind == "suffix":
        return f"{re.escape(value)}$"
    if kind == "prefix":
        return f"(^|/){re.escape(value)}[^/]*$"
    return value if kind == "regexp" else translate(name)
