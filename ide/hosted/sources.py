"""The files that a build has brought to its program; maps are read and scripts laid out in a thread."""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from ide.models.loaded_files import LoadedFile, Origin
from simulator.running.program import RunningProgram
from simulator.worker.library import library

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult

_MAP = re.compile(r"//[#@] sourceMappingURL=(\S+)\s*\Z")
_TAIL = 64
_INLINE = "data:application/json"


class _Map(msgspec.Struct):
    sources: list[str | None] = []
    sourcesContent: list[str | None] = []


class HostedSources(QObject):
    """Implements `ide.models.loaded_files.Sources`."""

    _ended = Signal(object, object)

    def __init__(self, program: RunningProgram) -> None:
        super().__init__(program)
        self._program = program
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(lambda done, result: done(result), Qt.ConnectionType.QueuedConnection)

    def files(self, done: Callable[[Sequence[LoadedFile]], None]) -> None:
        """Of the last build, and the base library."""
        build = self._program.build
        self._later(done, lambda: loaded_files(build) if build is not None else ())

    def pretty(self, text: str, done: Callable[[str | None], None]) -> None:
        """By its tokens."""

        def lay_out() -> str | None:
            from runtime.inspector.pretty_script import pretty_script

            return pretty_script(text)

        self._later(done, lay_out)

    def _later(self, done: Callable[[Any], None], work: Callable[[], Any]) -> None:
        def run() -> None:
            # Whoever asked may have gone meanwhile.
            with suppress(RuntimeError):
                self._ended.emit(done, work())

        self._pool.start(run)


def loaded_files(build: BuildResult) -> list[LoadedFile]:
    """The files of a build, by path; then those of the base library."""
    files = build.project.files
    styles = {unit.path for sheet in build.styles.values() for unit in sheet.units}
    parts: Mapping[str, Any] = {**build.program["templates"], **build.program["wxs"], **build.program["scripts"]}
    found = [_file(build, path, parts.get(path)) for path in sorted({*parts, *styles})]
    scripts = {path: text for path in build.program["scripts"] if (text := files.text(path))}
    known = {file.path for file in found}
    originals = [one for path, text in scripts.items() for one in _originals(build, path, text)]
    found += [one for one in {one.path: one for one in originals}.values() if one.path not in known]
    return [*found, *_library()]


def _file(build: BuildResult, path: str, entry: Mapping[str, Any] | None) -> LoadedFile:
    from runtime.compiler.lint.package_files import is_from_npm

    files = build.project.files
    source, loaded = files.text(path) or "", str(entry["code"]) if entry else ""
    origin: Origin = "npm" if is_from_npm(path) else "project"
    is_on_disk = path not in files.mounted
    return LoadedFile(files.outer(path), origin, source, "" if loaded == source else loaded, is_on_disk)


def _originals(build: BuildResult, path: str, text: str) -> Iterator[LoadedFile]:
    """The sources that a script's map carries. A map that cannot be read has none."""
    last = text.rstrip().rpartition("\n")[2]
    named = _MAP.search(last) if "sourceMappingURL" in last else None
    data = _map_data(build, path, named[1]) if named else None
    if data is None:
        return
    try:
        told = msgspec.json.decode(data, type=_Map)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return
    for source, content in zip(told.sources, told.sourcesContent, strict=False):
        if source and content is not None:
            name = source.partition("://")[2] or source
            path = posixpath.normpath(name.partition("?")[0]).lstrip("./")
            yield LoadedFile(path, "original", content, is_in_project=False)


def _map_data(build: BuildResult, path: str, url: str) -> bytes | None:
    if url.startswith(_INLINE):
        with suppress(ValueError):
            return base64.b64decode(url.partition(",")[2])
        return None
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), url))
    return build.project.files.data(beside)


def _library() -> Iterator[LoadedFile]:
    made = library()
    lines = made.code.split("\n")
    for file in made.files:
        text = "\n".join(lines[file.first_line - 1 : file.last_line])
        yield LoadedFile(file.name, "library", text, is_in_project=False)
