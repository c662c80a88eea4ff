"""The breakpoints of one program as the user has set them, with what is known of where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from runtime.protocol.debugging import BoundBreakpoint, WantedBreakpoint
from simulator.debug.debugger import Breakpoint, BreakpointRequest


@dataclass(frozen=True, slots=True)
class _Entry:
    request: BreakpointRequest
    state: Breakpoint


class BreakpointList:
    """`words`: the text of a code, which a breakpoint has as its message."""

    def __init__(self, words: Callable[[str], str]) -> None:
        self._words = words
        self._waiting = words("not-running")
        self._entries: dict[int, _Entry] = {}
        self._last_id = 0

    @property
    def all(self) -> Sequence[Breakpoint]:
        """By file and line."""
        return sorted(
            (entry.state for entry in self._entries.values()), key=lambda one: (one.file, one.line, one.column)
        )

    def wanted(self) -> Iterator[WantedBreakpoint]:
        """As the logic process is told."""
        for entry in self._entries.values():
            asked = entry.request
            yield WantedBreakpoint(
                entry.state.id, entry.state.file, asked.line, asked.column, asked.condition, asked.hit_condition,
                asked.log_message,
            )  # fmt: skip

    def replace_file(self, file: str, requests: Sequence[BreakpointRequest]) -> list[Breakpoint]:
        """The file's breakpoints are these."""
        former = {entry.request: number for number, entry in self._entries.items() if entry.state.file == file}
        kept = [former.pop(request, 0) for request in requests]
        for number in former.values():
            del self._entries[number]
        return [
            self._entries[number].state if number else self.add(file, request)
            for number, request in zip(kept, requests, strict=True)
        ]

    def add(self, file: str, request: BreakpointRequest) -> Breakpoint:
        """One more."""
        self._last_id += 1
        state = Breakpoint(
            self._last_id, file, request.line, request.column, message=self._waiting, condition=request.condition,
            hit_condition=request.hit_condition, log_message=request.log_message,
        )  # fmt: skip
        self._entries[self._last_id] = _Entry(request, state)
        return state

    def remove(self, breakpoint_id: int) -> bool:
        """Whether there was one."""
        return self._entries.pop(breakpoint_id, None) is not None

    def bind(self, bound: BoundBreakpoint) -> Breakpoint | None:
        """The program has told where it stands, or why nowhere; None if that is known."""
        entry = self._entries.get(bound.id)
        if entry is None:
            return None
        asked = entry.request
        line, column = (asked.line, asked.column) if bound.why else (bound.line, bound.column)
        message = self._words(bound.why) if bound.why else self._words("moved") if line != asked.line else ""
        state = replace(entry.state, line=line, column=column, verified=not bound.why, message=message)
        if state == entry.state:
            return None
        self._entries[bound.id] = replace(entry, state=state)
        return state

    def unbind(self) -> list[Breakpoint]:
        """The program has ended; those whose state this changes."""
        changed = []
        for number, entry in self._entries.items():
            asked = entry.request
            state = replace(entry.state, line=asked.line, column=asked.column, verified=False, message=self._waiting)
            if state != entry.state:
                self._entries[number] = replace(entry, state=state)
                changed.append(state)
        return changed
