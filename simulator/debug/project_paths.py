"""Paths in the project folder, as the debugger has them, and what clients of debug protocols call the same files."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname


class ProjectPaths:
    """Of one project. A client may know its folder by another name, through links."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real = Path(os.path.realpath(root))

    def path(self, file: str) -> str:
        """The whole path of a file; empty for what is none (the console)."""
        return "" if not file or file.startswith("(") else str(self.root / file)

    def url(self, file: str) -> str:
        """Its address; empty for what is none."""
        return "" if not file or file.startswith("(") else (self.root / file).as_uri()

    def file(self, path: str) -> str:
        """The file that a path or a file's address means; empty if it lies outside of the project."""
        scheme, is_address, _ = path.partition("://")
        if "\0" in path or (is_address and scheme != "file"):
            return ""
        named = url2pathname(urlsplit(path).path) if is_address else path
        # A path that is absolute stays what it is.
        absolute = Path(os.path.normpath(self.root / named))
        return _below(absolute, self.root) or _below(absolute, self._real)


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""
