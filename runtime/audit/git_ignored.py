"""What `.gitignore` of the project's folder leaves out, for findings about files that somebody keeps."""

from __future__ import annotations

from collections.abc import Callable

from runtime.project.files import ProjectFiles
from runtime.project.ignored import MOST_GLOBS, Glob, read_glob


def git_ignored(files: ProjectFiles) -> Callable[[str], bool]:
    """Judges paths relative to the project folder. The last line that covers a path decides."""
    text = files.gate.text(files.project_root / ".gitignore") or ""
    rules = [(not line.startswith("!"), _glob(line.removeprefix("!"))) for line in _lines(text)]

    def is_ignored(path: str) -> bool:
        steps = path.split("/")
        return next((ignores for ignores, glob in reversed(rules) if glob.covers(steps)), False)

    return is_ignored


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line.strip("!/") and not line.startswith("#")][:MOST_GLOBS]


def _glob(text: str) -> Glob:
    """A name alone holds at any depth."""
    is_name = "/" not in text.rstrip("/")
    return read_glob(f"**/{text}" if is_name else text)
