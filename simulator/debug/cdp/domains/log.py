"""Log: what Handset itself and the surroundings of the program say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from simulator.bridge.record import Record, own_frames
from simulator.debug.cdp.commands import Command, Params, Reply, does_nothing
from simulator.debug.cdp.desk import Desk

_LEVELS = {"debug": "verbose", "warn": "warning", "error": "error"}


class LogDomain:
    """Of one client."""

    name = "Log"
    events: Sequence[str] = ("entryAdded",)

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._leave: Callable[[], None] | None = None

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": Command(Params, self._enable),
            "disable": Command(Params, self._disable),
            "clear": Command(Params, self._clear),
            # No violations are looked for; nobody waits for one.
            "startViolationsReport": does_nothing(),
            "stopViolationsReport": does_nothing(),
        }

    def close(self) -> None:
        """Hears no more."""
        if self._leave is not None:
            self._leave()
            self._leave = None

    def _enable(self, _params: Params, reply: Reply) -> None:
        if self._leave is None:
            for record in self._desk.history.records:
                self._record(record)
            self._leave = self._desk.history.subscribe(self._record)
        reply.done()

    def _disable(self, _params: Params, reply: Reply) -> None:
        self.close()
        reply.done()

    def _clear(self, _params: Params, reply: Reply) -> None:
        self._desk.history.clear()
        reply.done()

    def _record(self, record: Record) -> None:
        is_own_error = record.kind == "error" and record.origin != "program"
        if record.code != "launch" and (record.kind == "notice" or is_own_error):
            self._desk.event("Log.entryAdded", entry=self._entry(record))

    def _entry(self, record: Record) -> dict[str, Any]:
        places = self._desk.places
        frame = next(iter(own_frames(record.stack)), None)
        where = {"url": places.url(frame.file), "lineNumber": max(0, frame.line - 1)} if frame else {}
        return {
            "source": "other",
            "level": _LEVELS.get(record.level, "info"),
            "text": record.title,
            "timestamp": record.time_ms,
            **where,
            **({"stackTrace": places.stack_trace(record.stack)} if record.stack else {}),
        }
