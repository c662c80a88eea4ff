"""Places in a program's scripts as their author knows them: in the file that a bundle was made of, where a source map
tells; and which places are not the author's own, but a library's.

Every file is read through the gate of the project. What a map says is believed only where it names a file of the
project.
"""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from runtime.project.gate import Gate
from runtime.protocol.launch import ProgramPlace
from simulator.worker.source_map import SourceMap, read_source_map

_COMMENT = re.compile(rb"//[#@][ \t]*sourceMappingURL=([^\s'\"]+)\s*\Z")
_TAIL_BYTES = 4096
_LIBRARY = re.compile(
    r"(?:^|/)(?:node_modules|miniprogram_npm|uni_modules)/|^(?:\(?webpack|webpack/|vite/|\._node_modules_)"
)
_LIBRARY_FILES = frozenset({"vendors.js", "taro.js", "runtime.js", "common/vendor.js", "common/runtime.js"})
"""Scripts that the common frameworks write beside the pages."""


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """`file` is a path in the project folder, empty if the place is known by its script alone."""

    file: str = ""
    line: int = 0
    column: int = 0
    is_library: bool = False


class SourcePlaces:
    """For one program: `below` is the path of its package in the project folder of the gate."""

    def __init__(self, gate: Gate, below: str) -> None:
        self._gate = gate
        self._below = below
        self._maps: dict[str, SourceMap | None] = {}
        self._files: dict[tuple[str, str], str] = {}
        self._unreadable: list[str] = []
        self._coarse: dict[str, SourceMap] = {}

    def has_map(self, script: str) -> bool:
        """Whether a script (path in the package) was made of other files, and a readable map says of which."""
        if script not in self._maps:
            self._maps[script] = self._map_of(script)
        return self._maps[script] is not None

    def is_made_of(self, script: str, file: str) -> bool:
        """Whether a file of the project folder is among the sources of a script."""
        found = self._maps[script] if self.has_map(script) else None
        return found is not None and self._has_source(script, found, file)

    def _has_source(self, script: str, found: SourceMap, file: str) -> bool:
        stem = posixpath.basename(file).partition(".")[0]
        return any(stem in name and self._file_of(script, name) == file for name in found.sources)

    def is_known_coarsely(self, file: str) -> bool:
        """Whether a file is among the sources of a map that tells too little to be used."""
        return any(self._has_source(script, found, file) for script, found in self._coarse.items())

    def take_unreadable(self) -> list[str]:
        """Scripts whose map turned out to be none since this was asked last."""
        taken, self._unreadable = self._unreadable, []
        return taken

    def forget(self) -> None:
        """Files may have changed."""
        self._maps.clear()
        self._coarse.clear()
        self._files.clear()

    def place(self, script: str, line: int, column: int) -> SourcePlace:
        """What is known of a place in a script."""
        found = self._maps[script] if self.has_map(script) else None
        if found is None:
            return SourcePlace(is_library=is_library(script))
        try:
            origin = found.origin(line, column)
        except ValueError:
            self._maps[script] = None
            self._unreadable.append(script)
            return SourcePlace(is_library=is_library(script))
        # What no source has given is the bundler's own.
        if origin is None or is_library(_path_of(origin.source)):
            return SourcePlace(is_library=True)
        file = self._file_of(script, origin.source)
        return SourcePlace(file, origin.line, origin.column) if file else SourcePlace(is_library=is_library(script))

    def _map_of(self, script: str) -> SourceMap | None:
        code = self._read(posixpath.join(self._below, script))
        if code is None:
            return None
        comment = _COMMENT.search(code[-_TAIL_BYTES:]) or _COMMENT.search(code[code.rfind(b"\n//") + 1 :])
        url = comment[1].decode("utf-8", "replace") if comment else ""
        text = _inline(url) if url.startswith("data:") else self._beside(script, url)
        if text is None:
            return None
        found = read_source_map(text)
        if found is None:
            self._unreadable.append(script)
        elif found.is_coarse(code):
            self._coarse[script] = found
            return None
        return found

    def _beside(self, script: str, url: str) -> bytes | None:
        """The file that the script names; else one with its name, or where uni-app keeps them."""
        if url:
            parts = urlsplit(url)
            if parts.scheme or parts.netloc:
                return None
            return self._read(posixpath.join(self._below, posixpath.dirname(script), unquote(parts.path)))
        folder, package = posixpath.split(self._below)
        apart = posixpath.join(folder, ".sourcemap", package, script)
        return self._read(f"{posixpath.join(self._below, script)}.map") or self._read(f"{apart}.map")

    def _file_of(self, script: str, source: str) -> str:
        key = (posixpath.dirname(script), source)
        if key not in self._files:
            self._files[key] = next((path for path in self._candidates(*key) if self._is_file(path)), "")
        return self._files[key]

    def _candidates(self, folder: str, source: str) -> list[str]:
        """Paths in the project folder that a source may mean: from its bundle, from the root, from below `src`."""
        path = _path_of(source)
        inside = str(self._gate.root)
        if path.startswith(f"{inside}/"):
            return [path[len(inside) + 1 :]]
        near = posixpath.normpath(posixpath.join(self._below, folder, path))
        bare = re.sub(r"^(?:\.{0,2}/)+", "", path)
        candidates = [near, bare, f"src/{bare}", posixpath.join(self._below, bare)]
        return candidates if "/" in bare else [*candidates, self._unfolded(bare)]

    def _unfolded(self, name: str) -> str:
        """The file of a name whose slashes have become `_`, as Taro writes them: `._src_pages_a.jsx`."""
        path, *words = name.removeprefix(".").removeprefix("_").split("_")
        for word in words:
            path += "/" if self._gate.is_folder(Path(self._gate.root, path)) else "_"
            path += word
        return path

    def _is_file(self, path: str) -> bool:
        return not path.startswith(("/", "../")) and self._gate.is_file(Path(self._gate.root, path))

    def _read(self, path: str) -> bytes | None:
        path = posixpath.normpath(path)
        return None if path.startswith(("/", "..")) else self._gate.read(Path(self._gate.root, path))


def source_places(place: ProgramPlace, below: str) -> SourcePlaces:
    """For a program that is launched from this place; its package is the folder `below` of the project."""
    return SourcePlaces(Gate(Path(place.project_dir or place.package_dir)), below)


def source_place(places: SourcePlaces, script: str, line: int, column: int) -> str:
    """The answer to the base library (`EngineHost.source_place`)."""
    place = places.place(script, line, column)
    if place.file:
        return msgspec.json.encode({"file": place.file, "line": place.line, "column": place.column}).decode()
    if place.is_library:
        return '{"library":true}'
    return "{}" if places.has_map(script) else ""


def is_library(path: str) -> bool:
    """Whether a file is a library's by its place."""
    return path in _LIBRARY_FILES or _LIBRARY.search(path) is not None


def _path_of(source: str) -> str:
    """The path in a source's name: bundlers put a scheme before it and a hash behind."""
    scheme, separator, rest = source.partition("://")
    if separator and re.fullmatch(r"[\w-]+", scheme):
        # `webpack://name/./src/a.vue`, `webpack:///./src/a.vue`, `uni-app:///pages/a.vue`
        source = rest.partition("/")[2] if scheme != "file" else rest
    source = source.partition("?")[0]
    return source.replace("\\", "/")


def _inline(url: str) -> bytes | None:
    head, _, data = url.partition(",")
    if not head.endswith(";base64"):
        return unquote(data).encode()
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return None
