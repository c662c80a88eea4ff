"""Paths of a mini program: text with `/`, relative to its root, never leaving it.

Everything here is arithmetic on names; whether a file exists is the question of `files`.
"""

from __future__ import annotations


def folder_of(path: str) -> str:
    """The folder part, without a trailing slash; `""` at the root."""
    return path.rpartition("/")[0]


def without_suffix(path: str, suffixes: tuple[str, ...]) -> str:
    """The path without the first of the suffixes that it ends in."""
    for suffix in suffixes:
        if path.endswith(suffix):
            return path[: -len(suffix)]
    return path


def join(folder: str, name: str) -> str | None:
    """`name` as seen from `folder`; a leading `/` starts at the root. None if it leaves the root."""
    steps = [] if name.startswith("/") or not folder else folder.split("/")
    for step in name.replace("\\", "/").split("/"):
        if step in ("", "."):
            continue
        if step != "..":
            steps.append(step)
        elif steps:
            steps.pop()
        else:
            return None
    return "/".join(steps)


def parents(folder: str) -> list[str]:
    """The folder itself and the ones above it, innermost first; the root is `""`."""
    found = [folder]
    while folder:
        folder = folder_of(folder)
        found.append(folder)
    return found


def closest(name: str, names: list[str]) -> str:
    """The name that the user may have meant, or `""`. Of paths, only those whose last step is alike are compared."""
    from difflib import get_close_matches

    last = name.rpartition("/")[2]
    if last != name:
        alike = set(get_close_matches(last, {known.rpartition("/")[2] for known in names}, 8, 0.6))
        names = [known for known in names if known.rpartition("/")[2] in alike]
    return next(iter(get_close_matches(name, names, 1, 0.7)), "")
