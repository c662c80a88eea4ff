"""The program's console as output events: what it logs, its errors, and what Handset says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from simulator.bridge.preview import Preview
from simulator.bridge.record import Record, own_frames
from simulator.debug.console_groups import ConsoleGroups
from simulator.debug.dap.desk import Desk

_STREAMS = {"warn": "stderr", "error": "stderr"}
_GROUPS = {"group": "start", "group-collapsed": "startCollapsed"}


class Output:
    """Of one client."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._groups = ConsoleGroups()

    def take(self, records: Sequence[Record]) -> None:
        """Tells of what belongs to the console."""
        for record in records:
            if record.code != "launch" and record.kind in ("log", "error", "notice"):
                self._take(record)

    def _take(self, record: Record) -> None:
        if record.kind == "log":
            for _ in range(self._groups.end_before(record)):
                self._desk.event("output", category="stdout", output="", group="end")
        self._desk.event("output", **self._shown(record))

    def _shown(self, record: Record) -> dict[str, Any]:
        is_program = record.kind == "log" or (record.kind == "error" and record.origin == "program")
        stream = _STREAMS.get(record.level, "stdout") if is_program else "console"
        return {
            "category": "stderr" if record.kind == "error" else stream,
            "output": f"{record.title}\n{self._stack(record)}",
            **({"group": _GROUPS[record.form]} if record.form in _GROUPS else {}),
            **self._place(record),
            **self._values(record),
        }

    def _place(self, record: Record) -> dict[str, Any]:
        frame = next(iter(own_frames(record.stack)), None)
        if frame is None:
            return {}
        facts = self._desk.facts
        return {
            "source": facts.source(frame.file, self._desk.paths),
            "line": facts.line(frame.line),
            "column": facts.column(frame.column),
        }

    def _values(self, record: Record) -> dict[str, Any]:
        """A single object that was logged can be opened."""
        if record.kind != "log" or record.payload_cut:
            return {}
        previews: list[Preview] = msgspec.json.decode(record.payload or b"[]")
        if len(previews) != 1 or not previews[0].get("id"):
            return {}
        # The client shows the members of what the number stands for, and has the text already.
        return {"variablesReference": self._desk.references.shown(previews[0])["variablesReference"]}

    def _stack(self, record: Record) -> str:
        if record.kind != "error":
            return ""
        path = self._desk.paths.path
        return "".join(
            f"    at {frame.function or '(anonymous)'} ({path(frame.file)}:{frame.line}:{frame.column})\n"
            for frame in record.stack
            if frame.file
        )
