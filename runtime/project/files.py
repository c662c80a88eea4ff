"""The files of a mini program as one snapshot: which exist, and what is in them.

Nothing outside the project folder can be read through it (`gate`). Text that is not on disk yet (an unsaved editor, a
test) lies over it; files made elsewhere (packed packages) lie under it. A file is read once per snapshot, so one build
sees one state; `after` gives the next state and shares what did not change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from runtime.project.gate import Fault, Gate, shown_name
from runtime.project.ignored import SKIPPED_FOLDERS
from runtime.project.path_index import PathIndex


class ProjectFiles:
    """Reader of the mini program's folder: `below` in the project folder `project_root`.

    Paths are relative to that folder, with `/`; case matters on every system. `overlay` and the paths that
    `after` takes are relative to the project folder, as editors and file watchers know them.
    """

    def __init__(self, project_root: Path, below: str = "", overlay: Mapping[str, str] | None = None) -> None:
        self.gate = Gate(project_root)
        self.below = below
        self.overlay: Mapping[str, str] = dict(overlay or {})
        self._overlay = self._inner(self.overlay)
        self.mounted: Mapping[str, Callable[[], bytes]] = {}
        faults: list[Fault] = []
        self._paths = frozenset(self._scan("", faults)) | self._overlay.keys()
        self.faults: tuple[Fault, ...] = tuple(faults)
        self._index = PathIndex(self._paths)
        self._data: dict[str, bytes | None] = {}
        self._text: dict[str, str | None] = {}
        self._digest: dict[str, str] = {}
        self._size: dict[str, int] = {}

    def with_mounted(self, mounted: Mapping[str, Callable[[], bytes]]) -> ProjectFiles:
        """The snapshot with further files, by their path in the program; those on disk come first."""
        following = self.after(())
        following.mounted = {path: read for path, read in mounted.items() if path not in self._paths}
        following._paths = self._paths | following.mounted.keys()
        following._index = PathIndex(following._paths)
        return following

    @property
    def project_root(self) -> Path:
        """The project folder."""
        return self.gate.root

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
        return self._index.other_case(path)

    def similar(self, path: str, endings: tuple[str, ...]) -> str:
        """The file with one of these endings that may have been meant by `path`, or `""`."""
        return self._index.similar(path, endings)

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
        following.gate, following.below = self.gate, self.below
        following.overlay, following._overlay = outer_overlay, new_overlay
        faults = [fault for fault in self.faults if fault.path not in fresh and not fault.path.startswith(prefixes)]
        on_disk = {found for path in sorted(fresh) for found in following._scan(path, faults)}
        following.faults = tuple(faults)
        following.mounted = self.mounted
        following._paths = frozenset((self._paths - stale) | on_disk | new_overlay.keys() | self.mounted.keys())
        is_same = self._index.paths == following._paths
        following._index = self._index if is_same else PathIndex(following._paths)
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
        if path in self.mounted and not self.gate.is_file(self.root / path):
            return self.mounted[path]()
        return self.gate.read_walked(f"{self.root}/{path}")

    def _measure(self, path: str) -> int:
        if path in self._overlay or path in self.mounted:
            return len(self.data(path) or b"")
        return self.gate.size(self.root / path) if path in self._paths else 0

    def _scan(self, start: str, faults: list[Fault]) -> Iterator[str]:
        """The files below `start`, or `start` itself."""
        if SKIPPED_FOLDERS.intersection(start.split("/")):
            return
        top = self.root / start
        kind = self.gate.fault(top)
        if kind is not None:
            faults.append(Fault(shown_name(start), kind))
            return
        if start and self.gate.is_file(top):
            yield start
            return
        prefix = f"{start}/" if start else ""

        def found(fault: Fault) -> None:
            faults.append(Fault(prefix + fault.path, fault.kind))

        for path, _ in self.gate.walk(top, SKIPPED_FOLDERS.__contains__, found):
            yield prefix + path
