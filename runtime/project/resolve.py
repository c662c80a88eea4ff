"""From what is written to the file that is meant: aliases, relative and absolute paths, npm folders.

Source: module, npm and subpackage guides. Diagnostics are the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from runtime.project.paths import join, parents

NPM_FOLDER = "miniprogram_npm"


def apply_alias(name: str, aliases: Mapping[str, str]) -> str:
    """The name with the longest matching alias replaced; an alias always starts at the root."""
    for pattern in sorted(aliases, key=len, reverse=True):
        prefix = pattern.removesuffix("*")
        if pattern.endswith("*") and name.startswith(prefix):
            return "/" + aliases[pattern].removesuffix("*").lstrip("/") + name[len(prefix) :]
        if name == pattern:
            return "/" + aliases[pattern].lstrip("/")
    return name


def candidates(name: str, folder: str, aliases: Mapping[str, str]) -> Iterator[str]:
    """The paths that a name in a file of `folder` can stand for, in order, without endings.

    A name without `./` is tried as a neighbour first and then in the npm folders upwards.
    """
    target = apply_alias(name, aliases)
    neighbour = join(folder, target)
    if neighbour is not None:
        yield neighbour
    if target.startswith((".", "/")):
        return
    for parent in parents(folder):
        path = join(parent, f"{NPM_FOLDER}/{target}")
        if path is not None:
            yield path


def resolve_file(
    name: str, folder: str, aliases: Mapping[str, str], exists: Callable[[str], bool], endings: tuple[str, ...]
) -> str | None:
    """The first existing file among `candidates`; `endings` are tried in order, such as `("", ".js", "/index.js")`."""
    for path in candidates(name, folder, aliases):
        for ending in endings:
            if exists(path + ending):
                return path + ending
    return None


def resolve_component(
    name: str, folder: str, aliases: Mapping[str, str], is_component: Callable[[str], bool]
) -> str | None:
    """The component path (no ending) that a `usingComponents` value in `folder` means: `a`, then `a/index`."""
    for path in candidates(name, folder, aliases):
        for found in (path, f"{path}/index" if path else "index"):
            if is_component(found):
                return found
    return None
