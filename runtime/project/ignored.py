"""Which folders are nobody's to read or to watch, and what a project's own settings leave out of watching."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import translate
from typing import Any

SKIPPED_FOLDERS = frozenset({"node_modules", ".git", ".svn", ".hg", ".idea", ".vscode", "__pycache__"})
"""Never part of a program."""

CACHE_FOLDERS = frozenset({
    ".venv", ".cache", ".parcel-cache", ".rpt2_cache", ".swc", ".temp", ".turbo", ".next", ".nuxt",
    ".mypy_cache", ".pytest_cache", ".ruff_cache",
})  # fmt: skip
"""Tools write there all the time."""

MOST_GLOBS = 200


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern of paths, step by step; None stands for `**`, any number of steps; at the end all that is below."""

    steps: tuple[re.Pattern[str] | None, ...]

    def covers(self, path: Sequence[str]) -> bool:
        """Whether the path, or a folder in which it lies, matches. Takes time in proportion to both lengths."""
        at = here = 0
        star, resumed = -1, 0
        while at < len(path):
            step = self.steps[here] if here < len(self.steps) else None
            if here < len(self.steps) and step is None:
                star, resumed = here, at
                here += 1
            elif step is not None and step.fullmatch(path[at]):
                at, here = at + 1, here + 1
            elif star >= 0:
                # The last `**` takes one step more; earlier ones need not be tried again.
                resumed += 1
                at, here = resumed, star + 1
            else:
                return False
        return all(step is None for step in self.steps[here:])


@dataclass(frozen=True, slots=True)
class Ignored:
    """Judges paths relative to the project folder. Globs count from `below`, the mini program's folder, as well."""

    below: str = ""
    globs: tuple[Glob, ...] = ()

    def is_ignored(self, path: str) -> bool:
        """Whether changes at a path, or anywhere in it if it is a folder, are of no interest."""
        steps = path.split("/")
        if any(step in SKIPPED_FOLDERS or step in CACHE_FOLDERS for step in steps):
            return True
        inner = steps[self.below.count("/") + 1 :] if self.below and path.startswith(f"{self.below}/") else steps
        return any(glob.covers(one) for glob in self.globs for one in (steps, inner))


def read_ignored(config: Mapping[str, Any], below: str) -> Ignored:
    """What `watchOptions.ignore` of project.config.json says: globs of files and folders."""
    options = config.get("watchOptions")
    globs = options.get("ignore") if isinstance(options, dict) else None
    texts = [glob for glob in globs if isinstance(glob, str)] if isinstance(globs, list) else []
    return Ignored(below, tuple(read_glob(text) for text in texts[:MOST_GLOBS] if text.strip("./ ")))


def read_glob(text: str) -> Glob:
    """A glob as project.config.json and people write it: `dist`, `./a/*.js`, `**/test/**`."""
    names = text.strip().removeprefix("./").strip("/").split("/")
    # `fnmatch` gives expressions that do not try the same text in many ways.
    return Glob((*(None if name == "**" else re.compile(translate(name)) for name in names), None))
