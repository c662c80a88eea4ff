"""Places of the program as the protocol writes them: addresses of files, ids of scripts, lines and columns from 0."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from runtime.protocol.stacks import StackFrame
from simulator.debug.cdp.commands import Params
from simulator.debug.debugger import Debugger, Script
from simulator.debug.project_paths import ProjectPaths

NO_SCRIPT = "0"


class Location(Params, frozen=True):
    """A place in a script; line and column from 0."""

    script_id: str
    line_number: int
    column_number: int = 0


class Places(ProjectPaths):
    """Of one program: `root` is the project's folder, in which the debugger's paths lie."""

    def __init__(self, root: Path, debugger: Debugger) -> None:
        super().__init__(root)
        self._debugger = debugger

    def script(self, script_id: str) -> Script | None:
        """The script with an id."""
        return next((script for script in self._debugger.scripts if str(script.script_id) == script_id), None)

    def location(self, file: str, line: int, column: int) -> dict[str, Any]:
        """A place; the script of a file is the one evaluated last."""
        latest = next((one for one in reversed(self._debugger.scripts) if one.file == file), None)
        script_id = NO_SCRIPT if latest is None else str(latest.script_id)
        return {"scriptId": script_id, "lineNumber": max(0, line - 1), "columnNumber": max(0, column - 1)}

    def call_frame(self, frame: StackFrame) -> dict[str, Any]:
        """One line of a stack."""
        place = self.location(frame.file, frame.line, frame.column)
        return {"functionName": frame.function, "url": self.url(frame.file), **place}

    def stack_trace(self, stack: Sequence[StackFrame]) -> dict[str, Any]:
        """A stack, innermost call first."""
        return {"callFrames": [self.call_frame(frame) for frame in stack]}
