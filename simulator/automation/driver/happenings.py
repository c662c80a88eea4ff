"""What happens in a program without being asked for: console messages, exceptions, routes, calls of exposed functions,
new starts."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from runtime.protocol.driving import ExposedCalled
from runtime.protocol.logic import Evaluated
from runtime.protocol.stacks import StackFrame
from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.inquiries import RUNS
from simulator.automation.driver.whole_values import plain_value, whole_handle
from simulator.bridge.record import Direction, Record
from simulator.session.routes import Page


@dataclass(frozen=True, slots=True)
class Logged:
    """A call of the console: `log`, `info`, `warn`, `error` or `debug`, with whole values."""

    level: str
    values: list[Any]


@dataclass(frozen=True, slots=True)
class Thrown:
    """An exception that nobody caught, or a rejection that nobody handled. `stack` as JavaScript writes it."""

    message: str
    stack: str


@dataclass(frozen=True, slots=True)
class Routed:
    """Another page is on top."""

    page: Page


@dataclass(frozen=True, slots=True)
class Called:
    """The program has called a function that a driver has exposed."""

    name: str
    arguments: list[Any]


@dataclass(frozen=True, slots=True)
class Started:
    """The program has been started again: what a driver had put into it is gone."""


Happening = Logged | Thrown | Routed | Called | Started
Listener = Callable[[Happening], None]


class Happenings:
    """Hands each to `listener`, in order; a message with large values comes when these have been fetched."""

    def __init__(self, program: DrivenProgram, listener: Listener) -> None:
        self._program = program
        self._listener = listener
        self._waiting: deque[_Slot] = deque()
        self._has_run = program.state in RUNS
        self._is_new = False
        self._ends = [
            program.recorder.subscribe(self._recorded),
            program.logic_questions.hear_exposed(self._exposed_called),
            program.logic_questions.hear_forgetting(self._run_begins),
        ]
        program.page_shown.connect(self._page_shown)
        program.state_changed.connect(self._state_changed)

    def close(self) -> None:
        """Nobody listens any more."""
        for end in self._ends:
            end()
        self._program.page_shown.disconnect(self._page_shown)
        self._program.state_changed.disconnect(self._state_changed)
        self._waiting.clear()

    def _page_shown(self, page: Page) -> None:
        self._tell(Routed(page))

    def _exposed_called(self, message: ExposedCalled) -> None:
        self._tell(Called(message.name, msgspec.json.decode(message.arguments, type=list[Any])))

    def _state_changed(self, state: str, _detail: str) -> None:
        if state == "running" and self._is_new:
            self._is_new, has_run, self._has_run = False, self._has_run, True
            if has_run:
                self._tell(Started())

    def _run_begins(self) -> None:
        self._is_new = True
        # Nobody answers what was asked of the run before.
        for slot in self._waiting:
            slot.missing = 0
        self._deliver()

    def _recorded(self, records: Sequence[Record]) -> None:
        for record in records:
            if record.kind == "log" and record.origin == "program":
                self._logged(record)
            elif record.kind == "error" and record.direction is Direction.LOGIC_TO_HOST and record.origin == "program":
                self._tell(Thrown(record.title, _stack_text(record.title, record.stack)))

    def _logged(self, record: Record) -> None:
        previews = [] if record.payload_cut else msgspec.json.decode(record.payload or b"[]")
        slot = _Slot(record.level, [plain_value(preview) for preview in previews])
        handles = [(place, handle) for place, preview in enumerate(previews) if (handle := whole_handle(preview))]
        slot.missing = len(handles)
        self._waiting.append(slot)
        for place, handle in handles:
            self._fetch(slot, place, handle)
        self._deliver()

    def _fetch(self, slot: _Slot, place: int, handle: int) -> None:
        def take(answer: Evaluated) -> None:
            if answer.json:
                slot.values[place] = msgspec.json.decode(answer.json)
            slot.missing -= 1
            self._deliver()

        self._program.logic_questions.write_value(handle, take)

    def _tell(self, happening: Happening) -> None:
        if self._waiting:
            self._waiting.append(_Slot(happening=happening))
        else:
            self._listener(happening)

    def _deliver(self) -> None:
        while self._waiting and not self._waiting[0].missing:
            slot = self._waiting.popleft()
            self._listener(slot.happening or Logged(slot.level, slot.values))


class _Slot:
    """The place of one in the row."""

    def __init__(self, level: str = "", values: list[Any] | None = None, happening: Happening | None = None) -> None:
        self.level = level
        self.values = values or []
        self.happening = happening
        self.missing = 0


def _stack_text(message: str, stack: Sequence[StackFrame]) -> str:
    lines = [f"    at {frame.function or '<anonymous>'} ({frame.file}:{frame.line}:{frame.column})" for frame in stack]
    return "\n".join([message, *lines])
