"""Requests about breakpoints: in lines, at calls of wx.*, at exceptions; and where some can stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.debug.dap.desk import Desk
from simulator.debug.dap.requests import Arguments, DapError, Reply, Request, Source
from simulator.debug.debugger import Breakpoint, BreakpointRequest, Location
from simulator.debug.settling import Settling

MOST_IN_A_FILE = 5000
API, EVENT = "wx.", "event "
"""How the name of a function breakpoint begins."""
CAUGHT, UNCAUGHT = "caught", "uncaught"
FILTERS = (
    {
        "filter": UNCAUGHT,
        "label": "Uncaught Exceptions",
        "description": "Pauses where an exception is thrown that nobody seems to catch",
        "default": False,
    },
    {"filter": CAUGHT, "label": "Caught Exceptions", "default": False},
)


class SourceBreakpoint(Arguments, frozen=True):
    """A breakpoint as the client sets it."""

    line: int
    column: int | None = None
    condition: str | None = None
    hit_condition: str | None = None
    log_message: str | None = None


class SetBreakpoints(Arguments, frozen=True):
    """Of setBreakpoints; `lines` is the older way to say it."""

    source: Source
    breakpoints: list[SourceBreakpoint] | None = None
    lines: list[int] | None = None


class FunctionBreakpoint(Arguments, frozen=True):
    """A breakpoint at calls of a function."""

    name: str


class SetFunctionBreakpoints(Arguments, frozen=True):
    """Of setFunctionBreakpoints."""

    breakpoints: list[FunctionBreakpoint]


class ExceptionOptions(Arguments, frozen=True):
    """One filter of setExceptionBreakpoints that is switched on."""

    filter_id: str


class SetExceptionBreakpoints(Arguments, frozen=True):
    """Of setExceptionBreakpoints."""

    filters: tuple[str, ...] = ()
    filter_options: tuple[ExceptionOptions, ...] = ()


class BreakpointLocations(Arguments, frozen=True):
    """Of breakpointLocations."""

    source: Source
    line: int
    end_line: int | None = None


class BreakpointRequests:
    """Of one client. What it has set goes when it goes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files: set[str] = set()
        self.settling = Settling(desk.debugger)

    def requests(self) -> Mapping[str, Request[Any]]:
        """By command."""
        return {
            "setBreakpoints": Request(SetBreakpoints, self._set_breakpoints),
            "setFunctionBreakpoints": Request(SetFunctionBreakpoints, self._set_function_breakpoints),
            "setExceptionBreakpoints": Request(SetExceptionBreakpoints, self._set_exception_breakpoints),
            "breakpointLocations": Request(BreakpointLocations, self._breakpoint_locations),
        }

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        """Tells the client of one of its breakpoints."""
        self.settling.changed()
        if breakpoint.file in self._files:
            self._desk.event("breakpoint", reason="changed", breakpoint=self._shown(breakpoint))

    def clear(self) -> None:
        """Takes all away."""
        for file in self._files:
            self._desk.debugger.set_breakpoints(file, [])
        self._files.clear()

    def _set_breakpoints(self, asked: SetBreakpoints, reply: Reply) -> None:
        wanted = asked.breakpoints
        if wanted is None:
            wanted = [SourceBreakpoint(line) for line in asked.lines or []]
        if len(wanted) > MOST_IN_A_FILE:
            raise DapError(f"There are more than {MOST_IN_A_FILE} breakpoints in a file")
        file = self._desk.facts.file(asked.source, self._desk.paths)
        if not file:
            why = "The file does not lie in the project"
            reply.done(breakpoints=[{"verified": False, "line": one.line, "message": why} for one in wanted])
            return
        self._files.add(file)
        bound = self._desk.debugger.set_breakpoints(file, [self._request(one) for one in wanted])

        def settled() -> None:
            now = {one.id: one for one in self._desk.debugger.breakpoints}
            reply.done(breakpoints=[self._shown(now.get(one.id, one)) for one in bound])

        self.settling.when_settled(bound, settled)

    def _set_function_breakpoints(self, asked: SetFunctionBreakpoints, reply: Reply) -> None:
        names = [one.name.strip() for one in asked.breakpoints]
        debugger = self._desk.debugger
        debugger.set_api_breakpoints([name.removeprefix(API) for name in names if name.startswith(API)])
        debugger.set_event_breakpoints([name.removeprefix(EVENT) for name in names if name.startswith(EVENT)])
        why = "By their names, calls of wx.* (wx.request) and events (event tap, event onLoad) can be paused at"
        known, unknown = {"verified": True}, {"verified": False, "message": why}
        reply.done(breakpoints=[known if name.startswith((API, EVENT)) else unknown for name in names])

    def _set_exception_breakpoints(self, asked: SetExceptionBreakpoints, reply: Reply) -> None:
        on = {*asked.filters, *(one.filter_id for one in asked.filter_options)}
        self._desk.debugger.set_exception_pauses(caught=CAUGHT in on, uncaught=UNCAUGHT in on)
        reply.done()

    def _breakpoint_locations(self, asked: BreakpointLocations, reply: Reply) -> None:
        facts = self._desk.facts
        file = facts.file(asked.source, self._desk.paths)
        if not file:
            reply.done(breakpoints=[])
            return
        first = facts.our_line(asked.line)
        last = first if asked.end_line is None else facts.our_line(asked.end_line)

        def shown(one: Location) -> dict[str, int]:
            return {"line": facts.line(one.line), "column": facts.column(one.column)}

        self._desk.debugger.possible_locations(
            file, first, last, lambda found: reply.done(breakpoints=[shown(one) for one in found])
        )

    def _request(self, given: SourceBreakpoint) -> BreakpointRequest:
        facts = self._desk.facts
        return BreakpointRequest(
            facts.our_line(given.line),
            facts.our_column(given.column),
            given.condition or "",
            given.hit_condition or "",
            given.log_message or "",
        )

    def _shown(self, breakpoint: Breakpoint) -> dict[str, Any]:
        desk = self._desk
        return {
            "id": breakpoint.id,
            "verified": breakpoint.verified,
            "line": desk.facts.line(breakpoint.line),
            "source": desk.facts.source(breakpoint.file, desk.paths),
            **({"column": desk.facts.column(breakpoint.column)} if breakpoint.column else {}),
            **({"message": breakpoint.message} if breakpoint.message else {}),
        }
