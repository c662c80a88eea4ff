"""The files of a mini program as one snapshot: which exist, and what is in them.

Nothing outside the project folder can be read through it, also not through a symbolic link. Text that
is not on disk yet (an unsaved editor, a test) lies over it; files made elsewhere (packed packages) lie under
it. A file is read once per snapshot, so one build sees one state; `after` gives the next state and shares what did
not change.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

_SKIPPED = frozenset({"node_modules", ".git", ".svn", ".hg", ".idea", ".vscode", "__pycache__"})
MAX_FILE_BYTES = 32 * 1024 * 1024


class ProjectFiles:
    """Reader of the mini program's folder: `below` in the project folder `project_root`.

    Paths are relative to that folder, with `/`; case matters on every system. `overlay` and the paths that
    `after` takes are relative to the project folder, as editors and file watchers know them.
    """

    def __init__(self, project_root: Path, below: str = "", overlay: Mapping[str, str] | None = None) -> None:
        self.project_root = Path(os.path.realpath(project_root))
        self.below = below
        self.overlay: Mapping[str, str] = dict(overlay or {})
        self._overlay = self._inner(self.overlay)
        self.mounted: Mapping[str, Callable[[], bytes]] = {}
        self._paths = frozenset(_scan(self.project_root, self.root, "")) | self._overlay.keys()
        self._data: dict[str, bytes | None] = {}
        self._text: dict[str, str | None] = {}
        self._digest: dict[str, str] = {}
        self._size: dict[str, int] = {}

    def with_mounted(self, mounted: Mapping[str, Callable[[], bytes]]) -> ProjectFiles:
        """The snapshot with further files, by their path in the program; those on disk come first."""
        following = self.after(())
        following.mounted = {path: read for path, read in mounted.items() if path not in self._paths}
        following._paths = self._paths | following.mounted.keys()
        return following

    @property
    def root(self) -> Path:
        """The mini program's folder."""
        return self.project_root / self.below if self.below else self.project_root

    def outer(self, path: str) -> str:
        """The path as seen from the project folder."""
        return f"{self.below}/{path}" if self.below else path

    def inner(self, path: str) -> str | None:
        """A path of the project folder as seen from the mini program's folder; None if it lies elsewhere."""
        if not self.below:
            return path
        return path[len(self.below) + 1 :] if path.startswith(f"{self.below}/") else None

    @property
    def paths(self) -> frozenset[str]:
        """All files of the snapshot."""
        return self._paths

    def exists(self, path: str) -> bool:
        """Whether there is such a file (not a folder)."""
        return path in self._paths

    def is_other_case(self, path: str) -> str:
        """The file whose name differs from `path` in upper and lower case only, or `""`."""
        return next((known for known in self._by_folded.get(path.casefold(), ()) if known != path), "")

    @cached_property
    def _by_folded(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for known in sorted(self._paths):
            found.setdefault(known.casefold(), []).append(known)
        return found

    def data(self, path: str) -> bytes | None:
        """The content, or None if there is no such file, it is too large or cannot be read."""
        if path not in self._data:
            self._data[path] = self._read(path)
        return self._data[path]

    def text(self, path: str) -> str | None:
        """The content as text, without a byte order mark. Bytes that are not UTF-8 become U+FFFD."""
        if path not in self._text:
            data = self.data(path)
            self._text[path] = None if data is None else data.decode("utf-8-sig", "replace")
        return self._text[path]

    def digest(self, path: str) -> str:
        """A hash of the content; `""` if there is no such file."""
        if path not in self._digest:
            data = self.data(path)
            self._digest[path] = "" if data is None else blake2b(data, digest_size=16).hexdigest()
        return self._digest[path]

    def size(self, path: str) -> int:
        """The length in bytes; 0 if there is no such file."""
        if path not in self._size:
            self._size[path] = self._measure(path)
        return self._size[path]

    def after(self, changed: Iterable[str], overlay: Mapping[str, str] | None = None) -> ProjectFiles:
        """The snapshot after changes of these paths (created, written or deleted); nothing else is read again.

        A path that is a folder stands for everything in it.
        """
        fresh = {inner for path in changed if (inner := self.inner(path)) is not None}
        outer_overlay = self.overlay if overlay is None else dict(overlay)
        new_overlay = self._inner(outer_overlay)
        for path in self._overlay.keys() | new_overlay.keys():
            if self._overlay.get(path) != new_overlay.get(path):
                fresh.add(path)
        prefixes = tuple(f"{path}/" for path in fresh)
        stale = {path for path in self._paths if path in fresh or path.startswith(prefixes)}
        following = object.__new__(ProjectFiles)
        following.project_root, following.below = self.project_root, self.below
        following.overlay, following._overlay = outer_overlay, new_overlay
        on_disk = {found for path in fresh for found in _scan(self.project_root, self.root, path)}
        following.mounted = self.mounted
        following._paths = frozenset((self._paths - stale) | on_disk | new_overlay.keys() | self.mounted.keys())
        following._data = {path: data for path, data in self._data.items() if path not in stale | fresh}
        following._text = {path: text for path, text in self._text.items() if path not in stale | fresh}
        following._digest = {path: digest for path, digest in self._digest.items() if path not in stale | fresh}
        following._size = {path: size for path, size in self._size.items() if path not in stale | fresh}
        return following

    def _inner(self, overlay: Mapping[str, str]) -> dict[str, str]:
        return {inner: text for path, text in overlay.items() if (inner := self.inner(path)) is not None}

    def _read(self, path: str) -> bytes | None:
        if path in self._overlay:
            return self._overlay[path].encode("utf-8", "surrogatepass")
        if path not in self._paths:
            return None
        try:
            if path in self.mounted and not (self.root / path).is_file():
                return self.mounted[path]()
            real = os.path.realpath(self.root / path)
            if not _is_inside(real, self.project_root) or os.path.getsize(real) > MAX_FILE_BYTES:
                return None
            return Path(real).read_bytes()
        except OSError:
            return None

    def _measure(self, path: str) -> int:
        if path in self._overlay:
            return len(self._overlay[path].encode("utf-8", "surrogatepass"))
        if path in self.mounted:
            return len(self.data(path) or b"")
        try:
            if path in self.mounted:
                return len(self.data(path) or b"")
            return os.path.getsize(self.root / path) if path in self._paths else 0
        except OSError:
            return 0


def _is_inside(real: str, root: Path) -> bool:
    return real == str(root) or real.startswith(str(root) + os.sep)


def _scan(boundary: Path, root: Path, start: str) -> Iterable[str]:
    """The files below `start` (or `start` itself), without links that lead out of `boundary` or in a circle."""
    top = root / start if start else root
    real_top = os.path.realpath(top)
    if not _is_inside(real_top, boundary):
        return
    if start and os.path.isfile(real_top):
        yield start
        return
    waiting = [(str(top), f"{start}/" if start else "", frozenset({real_top}))]
    while waiting:
        folder, prefix, above = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            real = os.path.realpath(entry.path) if entry.is_symlink() else ""
            if real and (not _is_inside(real, boundary) or real in above):
                continue
            if entry.is_dir():
                if entry.name not in _SKIPPED:
                    waiting.append((entry.path, f"{prefix}{entry.name}/", above | {real or entry.path}))
            elif entry.is_file():
                yield prefix + entry.name
