"""Resolves `src` of import, include and wxs: relative to the file, or from the project root with a leading `/`."""

from __future__ import annotations

import posixpath


def resolve(file: str, src: str, extension: str) -> str | None:
    """Path relative to the project root, with the extension added if need be; None if it is none."""
    src = src.strip()
    joined = src.lstrip("/") if src.startswith("/") else posixpath.join(posixpath.dirname(file), src)
    path = posixpath.normpath(joined)
    if not src or "{{" in src or path == "." or path == ".." or path.startswith("../"):
        return None
    return path if path.endswith(extension) else path + extension
