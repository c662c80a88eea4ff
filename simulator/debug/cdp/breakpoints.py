"""The breakpoints of one client: by the names that the protocol knows them by, on the program's debugger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.debug.cdp.commands import CdpError
from simulator.debug.cdp.places import Places
from simulator.debug.cdp.url_patterns import url_pattern
from simulator.debug.debugger import Breakpoint, BreakpointRequest, Debugger

MOST_BREAKPOINTS = 5000


@dataclass(slots=True)
class _Pattern:
    """A breakpoint in every file whose address fits."""

    pattern: re.Pattern[str]
    request: BreakpointRequest
    files: set[str] = field(default_factory=set)


class Breakpoints:
    """Names are texts that the client gets; each stands for one breakpoint of the debugger, or for several."""

    def __init__(self, debugger: Debugger, places: Places) -> None:
        self._debugger = debugger
        self._places = places
        self._numbers: dict[str, list[int]] = {}
        self._patterns: dict[str, _Pattern] = {}

    def add(self, file: str, line: int, column: int, condition: str) -> tuple[str, Breakpoint]:
        """One breakpoint; line and column from 0."""
        self._make_room()
        bound = self._debugger.add_breakpoint(file, _request(line, column, condition))
        name = f"1:{bound.line}:{bound.column}:{bound.id}"
        self._numbers[name] = [bound.id]
        return name, bound

    def add_by_url(self, url: str, line: int, column: int, condition: str) -> tuple[str, Sequence[Breakpoint]]:
        """In the file with an address, whether it is loaded or not. Raises CdpError if it lies outside the project."""
        file = self._places.file(url)
        if not file:
            raise CdpError("The file does not lie in the project")
        name, bound = self.add(file, line, column, condition)
        return name, [bound]

    def add_by_pattern(self, pattern: str, line: int, column: int, condition: str) -> tuple[str, Sequence[Breakpoint]]:
        """In all files whose addresses fit, those to come included. Raises CdpError."""
        self._make_room()
        compiled = url_pattern(pattern)
        name = f"2:{line}:{column}:{pattern}"
        if name in self._patterns:
            raise CdpError("Breakpoint at specified location already exists.")
        self._patterns[name] = _Pattern(compiled, _request(line, column, condition))
        self._numbers[name] = []
        files = dict.fromkeys(script.file for script in self._debugger.scripts)
        return name, [bound for file in files if (bound := self._try(name, file)) is not None]

    def script_loaded(self, file: str) -> list[tuple[str, Breakpoint]]:
        """Sets what was waiting for such a file; names and breakpoints."""
        tried = [(name, self._try(name, file)) for name in self._patterns]
        return [(name, bound) for name, bound in tried if bound is not None and bound.verified]

    def remove(self, name: str) -> None:
        """Takes it away; an unknown one is gone already."""
        self._patterns.pop(name, None)
        for number in self._numbers.pop(name, []):
            self._debugger.remove_breakpoint(number)

    def clear(self) -> None:
        """Takes all away."""
        for name in tuple(self._numbers):
            self.remove(name)

    def of(self, name: str) -> Sequence[Breakpoint]:
        """What a name stands for, as it is now."""
        numbers = self._numbers.get(name, ())
        return [one for one in self._debugger.breakpoints if one.id in numbers]

    def name_of(self, number: int) -> str:
        """The name of a breakpoint of the debugger; empty if it is not this client's."""
        return next((name for name, numbers in self._numbers.items() if number in numbers), "")

    def _try(self, name: str, file: str) -> Breakpoint | None:
        waiting = self._patterns[name]
        if file in waiting.files or waiting.pattern.search(self._places.url(file)) is None:
            return None
        waiting.files.add(file)
        bound = self._debugger.add_breakpoint(file, waiting.request)
        self._numbers[name].append(bound.id)
        return bound

    def _make_room(self) -> None:
        if len(self._numbers) >= MOST_BREAKPOINTS:
            raise CdpError(f"There are {MOST_BREAKPOINTS} breakpoints already")


def _request(line: int, column: int, condition: str) -> BreakpointRequest:
    if line < 0 or column < 0:
        raise CdpError("Lines and columns count from 0")
    # Column 0 is the beginning of the line, which the debugger takes for any.
    return BreakpointRequest(line + 1, column + 1 if column else 0, condition)
