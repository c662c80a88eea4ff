"""Completion of source text that the user types: names of scopes, and members of what a chain of names leads to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from runtime.protocol.previews import names_of
from simulator.bridge.preview import Preview, members
from simulator.debug.dap.desk import Desk
from simulator.debug.dap.requests import Arguments, Reply, Request
from simulator.debug.debugger import Evaluation, Frame

MOST_NAMES = 200
_NAME = r"[A-Za-z_$][\w$]*"
_CHAIN = re.compile(rf"(?:^|[^\w$.\]])((?:{_NAME}(?:\[\d+\])?\.)*)({_NAME})?$")
"""A chain of names before the cursor, and the beginning of the last one."""

_OUTSIDE = ("page", "app", "wx", "getApp", "getCurrentPages", "this", "console")
"""What source text finds outside of all frames."""


class Completions(Arguments, frozen=True):
    """Of completions."""

    text: str
    column: int
    line: int | None = None
    frame_id: int = 0


class CompletionRequests:
    """Of one client."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def requests(self) -> Mapping[str, Request[Any]]:
        """By command."""
        return {"completions": Request(Completions, self._completions)}

    def _completions(self, asked: Completions, reply: Reply) -> None:
        facts = self._desk.facts
        lines = asked.text.split("\n")
        line = 0 if asked.line is None else facts.our_line(asked.line) - 1
        text = lines[line] if 0 <= line < len(lines) else ""
        before = text[: max(0, facts.our_column(asked.column) - 1)]
        found = _CHAIN.search(before[-1000:])
        if found is None:
            reply.done(targets=[])
            return
        chain, prefix = found[1].removesuffix("."), found[2] or ""
        start = len(before) - len(prefix)

        def answer(names: Sequence[str]) -> None:
            fitting = list(dict.fromkeys(name for name in names if name.startswith(prefix)))[:MOST_NAMES]
            reply.done(
                targets=[
                    {"label": name, "type": "property" if chain else "variable", "start": start, "length": len(prefix)}
                    for name in fitting
                ]
            )

        frame = self._frame(asked.frame_id)
        if frame is None:
            self._outside(chain, prefix, answer)
        elif chain:
            self._members(frame, chain, answer)
        else:
            self._variables(frame, answer)

    def _frame(self, frame_id: int) -> Frame | None:
        pause = self._desk.debugger.pause_now
        return next((one for one in pause.frames if one.frame_id == frame_id), None) if pause else None

    def _outside(self, chain: str, prefix: str, done: Callable[[Sequence[str]], None]) -> None:
        if not chain:
            done(_OUTSIDE)
            return
        self._desk.debuggee.values.names(chain, prefix, lambda answer: done(names_of(answer.value)))

    def _members(self, frame: Frame, chain: str, done: Callable[[Sequence[str]], None]) -> None:
        def answer(found: Evaluation) -> None:
            done([name for name, _ in members(found.value)] if not found.error else [])

        self._desk.debugger.evaluate(frame.frame_id, chain, answer)

    def _variables(self, frame: Frame, done: Callable[[Sequence[str]], None]) -> None:
        """The names of the frame's scopes, innermost first; the global one has too many."""
        scopes = [scope for scope in frame.scopes if scope.kind != "global"]
        names: list[str] = []

        def ask(index: int) -> None:
            if index == len(scopes):
                done([*names, *_OUTSIDE])
                return

            def take(page: Preview | None) -> None:
                names.extend(name for name, _ in members(page or {}))
                ask(index + 1)

            self._desk.debugger.members(scopes[index].object_id, 0, take)

        ask(0)
