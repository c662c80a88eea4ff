"""Which folders are nobody's to read or to watch, and what a project's own settings leave out of watching."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SKIPPED_FOLDERS = frozenset({"node_modules", ".git", ".svn", ".hg", ".idea", ".vscode", "__pycache__"})
"""Never part of a program."""

CACHE_FOLDERS = frozenset({
    ".venv", ".cache", ".parcel-cache", ".rpt2_cache", ".swc", ".temp", ".turbo", ".next", ".nuxt",
    ".mypy_cache", ".pytest_cache", ".ruff_cache",
})  # fmt: skip
"""Tools write there all the time."""

_GLOB = re.compile(r"\*\*/?|\*|\?|\[[^\]]*\]|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ignored:
    """Judges paths relative to the project folder. Patterns count from `below`, the mini program's folder, as well."""

    below: str = ""
    patterns: tuple[re.Pattern[str], ...] = ()

    def is_ignored(self, path: str) -> bool:
        """Whether changes at a path, or anywhere in it if it is a folder, are of no interest."""
        steps = path.split("/")
        if any(step in SKIPPED_FOLDERS or step in CACHE_FOLDERS for step in steps):
            return True
        if not self.patterns:
            return False
        inner = path.removeprefix(f"{self.below}/") if self.below else path
        return any(pattern.fullmatch(one) for pattern in self.patterns for one in (path, inner))


def read_ignored(config: Mapping[str, Any], below: str) -> Ignored:
    """What `watchOptions.ignore` of project.config.json says: globs of files and folders."""
    options = config.get("watchOptions")
    globs = options.get("ignore") if isinstance(options, dict) else None
    texts = [glob for glob in globs if isinstance(glob, str)] if isinstance(globs, list) else []
    return Ignored(below, tuple(re.compile(_expression(glob)) for glob in texts if glob.strip("./")))


def _expression(glob: str) -> str:
    """A glob as a regular expression that also covers what lies in a folder that it names."""
    text = "".join(_step(part) for part in _GLOB.findall(glob.strip().removeprefix("./").strip("/")))
    return f"(?s:{text})(/.*)?"


def _step(part: str) -> str:
    if part.startswith("**"):
        return "(?:.*/)?" if part.endswith("/") else ".*"
    if part.startswith("[") and len(part) > 2:
        body = part[1:-1].replace("\\", "\\\\").replace("[", "\\[")
        return f"[^{body[1:]}]" if body[0] in "!^" and len(body) > 1 else f"[{body}]"
    return {"*": "[^/]*", "?": "[^/]"}.get(part) or re.escape(part)
