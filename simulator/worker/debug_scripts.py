"""The scripts of a program as the debugger sees them: with probes, and where each probe stands in the files that the
user wrote.

Scripts get their probes when they are needed, once for each text. Which breakpoints there are is for `debugging`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import msgspec
from msgspec import Raw, Struct

from runtime.compiler.debugging.probed import NotDebuggable, Probed
from runtime.compiler.script.edits import Columns, source_column
from simulator.worker.source_places import SourcePlaces, is_library

_WITHOUT_SCRIPT = (".wxml", ".wxss", ".less", ".scss", ".sass", ".css", ".json")
_EVALUATED = "//# sourceURL=webpack"
"""What bundlers write into the texts that they hand to `eval`."""


class Spot(NamedTuple):
    """A place of a file where the program can pause: at a probe of a script. `order`: of the script's probes."""

    line: int
    column: int
    script: str
    order: int
    probe: int


@dataclass(frozen=True, slots=True)
class Debugged:
    """A script with probes; `spots` by file, in the order of the file."""

    code: Probed
    spots: dict[str, list[Spot]]


class _Script(Struct):
    code: str
    columns: list[Columns] = []
    imports: dict[str, str] = {}

    def is_written(self, line: int, column: int) -> bool:
        """Whether what begins here is the user's. A compiler puts its own before the first character of all."""
        for columns in self.columns:
            first = columns[0] if columns else None
            if line == 1 and first is not None and (first[0], first[2]) == (1, 1) and column < first[1]:
                return False
            column = source_column(columns, line, column)
        return True


class _Program(Struct):
    scripts: dict[str, _Script] = {}
    wxs: dict[str, _Script] = {}
    app_script: str | None = None


class DebugScripts:
    """`below`: the folder of the package in the project folder; `places` reads the source maps."""

    def __init__(self, program: Raw, places: SourcePlaces | None, below: str) -> None:
        self._parts = [program]
        self._scripts: dict[str, _Script] | None = None
        self._places = places
        self.below = below
        self._known: dict[str, Debugged | NotDebuggable] = {}
        self._made_of: dict[str, list[str]] = {}
        self._app_script: str | None = None

    def patch(self, program: Raw) -> None:
        """Parts of the program are exchanged."""
        self._made_of.clear()
        if self._scripts is None:
            self._parts.append(program)
            return
        changed = _evaluated(program)
        self._scripts.update(changed)
        for path in changed:
            self._known.pop(path, None)

    def debugged(self, script: str) -> Debugged:
        """Raises NotDebuggable."""
        if script not in self._known:
            try:
                self._known[script] = self._made(script)
            except NotDebuggable as error:
                self._known[script] = error
        known = self._known[script]
        if isinstance(known, NotDebuggable):
            raise known
        return known

    def is_debuggable(self, script: str) -> bool:
        """Whether it can get probes."""
        try:
            self.debugged(script)
        except NotDebuggable:
            return False
        return True

    def of_file(self, file: str) -> list[str]:
        """The scripts that a file is, or is part of."""
        if file not in self._made_of:
            self._made_of[file] = list(self._of_file(file))
        return self._made_of[file]

    def why_unknown(self, file: str) -> str:
        """Why no script is known to be made of a file: the code of a text."""
        if self._places is not None and self._places.is_known_coarsely(file):
            return "coarse-map"
        if file.endswith(_WITHOUT_SCRIPT):
            return "no-script"
        if any(_EVALUATED in script.code and "eval(" in script.code for script in self._all().values()):
            return "evaluated"
        return "not-in-program"

    def wxs(self) -> set[str]:
        """The wxs modules."""
        return {path for path in self._all() if is_wxs(path)}

    def is_of_app(self, script: str) -> bool:
        """Whether it is that of the App, which comes in anew with a start alone."""
        self._all()
        return script == self._app_script

    def is_own(self, script: str) -> bool:
        """Whether a script is the user's own code, and no package's."""
        return not is_library(script)

    def _of_file(self, file: str) -> Iterator[str]:
        inner = self._inner(file)
        for script in self._all():
            if file_of(script) == inner or (
                self._places is not None and not is_wxs(script) and self._places.is_made_of(script, file)
            ):
                yield script

    def _inner(self, file: str) -> str:
        return file[len(self.below) + 1 :] if self.below and file.startswith(f"{self.below}/") else file

    def _all(self) -> dict[str, _Script]:
        if self._scripts is None:
            self._scripts = {}
            for part in self._parts:
                decoded = msgspec.json.decode(part, type=_Program)
                self._app_script = decoded.app_script or self._app_script
                self._scripts.update({**decoded.scripts, **decoded.wxs})
            self._parts = []
        return self._scripts

    def _made(self, path: str) -> Debugged:
        script = self._all().get(path)
        if script is None:
            raise NotDebuggable("not-in-program")
        # Hardly a program is debugged: the parser comes with the first that is.
        from runtime.compiler.debugging.instrument import instrument

        code = instrument(path, script.code, tuple(script.imports.items()), script.is_written)
        spots: dict[str, list[Spot]] = {}
        probes = sorted(enumerate(code.probes), key=lambda item: (item[1].line, item[1].column))
        for order, (number, probe) in enumerate(probes):
            if probe.kind in ("throw", "catch"):
                continue
            column = probe.column
            for columns in script.columns:
                column = source_column(columns, probe.line, column)
            for file, line, at in self._sources(path, probe.line, column):
                spots.setdefault(file, []).append(Spot(line, at, path, order, number))
        for found in spots.values():
            found.sort()
        return Debugged(code, spots)

    def _sources(self, path: str, line: int, column: int) -> Iterable[tuple[str, int, int]]:
        """A place of a script: in the script itself, and in the file that it was made of."""
        file = file_of(path)
        yield (f"{self.below}/{file}" if self.below else file), line, column
        if self._places is not None and not is_wxs(path) and self._places.has_map(path):
            place = self._places.place(path, line, column)
            if place.file:
                yield place.file, place.line, place.column


def is_wxs(script: str) -> bool:
    """Whether a script is a wxs module; those in templates are called `page.wxml#name`."""
    return script.endswith(".wxs") or "#" in script


def file_of(script: str) -> str:
    """The file of the package that a script stands in."""
    return script.partition("#")[0]


def spot_for(spots: list[Spot], line: int, column: int) -> Spot | None:
    """Where a breakpoint for this place stands: there, or at the next statement."""
    index = bisect_left(spots, (line, column))
    return spots[index] if index < len(spots) else None


def _evaluated(program: Raw) -> dict[str, _Script]:
    decoded = msgspec.json.decode(program, type=_Program)
    return {**decoded.scripts, **decoded.wxs}
