"""Requests about breakpoints at data: a pause where `setData` sets a path of a page or a component."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from simulator.debug.dap.desk import Desk
from simulator.debug.dap.requests import Arguments, DapError, Reply, Request
from simulator.debug.dap.variables import member_expression

_DATA = re.compile(r"(?:this|page)\.data\.([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[\d+\])*)\Z")
WHY_NOT = "Only data that setData sets can be paused at: this.data and what is in it"


class DataBreakpointInfo(Arguments, frozen=True):
    """Of dataBreakpointInfo: a member of what a number stands for, or without one an expression."""

    name: str
    variables_reference: int = 0


class DataBreakpoint(Arguments, frozen=True):
    """One of setDataBreakpoints; `data_id` is the path."""

    data_id: str


class SetDataBreakpoints(Arguments, frozen=True):
    """Of setDataBreakpoints."""

    breakpoints: list[DataBreakpoint]


class DataBreakpointRequests:
    """Of one client."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def requests(self) -> Mapping[str, Request[Any]]:
        """By command."""
        return {
            "dataBreakpointInfo": Request(DataBreakpointInfo, self._info),
            "setDataBreakpoints": Request(SetDataBreakpoints, self._set),
        }

    def _info(self, asked: DataBreakpointInfo, reply: Reply) -> None:
        expression = asked.name.strip()
        if asked.variables_reference:
            referred = self._desk.references.find(asked.variables_reference)
            if referred is None:
                raise DapError("The value is there no more: the program has gone on")
            expression = member_expression(referred, asked.name)
        found = _DATA.match(expression)
        if found is None:
            reply.done(dataId=None, description=WHY_NOT)
        else:
            reply.done(dataId=found[1], description=f"setData: {found[1]}", accessTypes=["write"], canPersist=True)

    def _set(self, asked: SetDataBreakpoints, reply: Reply) -> None:
        self._desk.debugger.set_data_breakpoints([one.data_id for one in asked.breakpoints])
        reply.done(breakpoints=[{"verified": True} for _ in asked.breakpoints])
