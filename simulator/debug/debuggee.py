"""What the servers of debug protocols stand on: one running program, by the parts that they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from runtime.protocol.logic import Evaluated, Inspected
from runtime.protocol.value_questions import Argument, ValueForm
from simulator.bridge.recorder import Subscriber
from simulator.debug.debugger import Debugger
from simulator.debug.profile import Profile
from simulator.traffic.log import TrafficLog


class Records(Protocol):
    """Every message between host, logic process and view, as records."""

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """From now on `subscriber` gets what comes; calling the result ends that."""


class Values(Protocol):
    """The program's JavaScript values. Each question is answered once, or never if the program ends meanwhile."""

    def evaluate(
        self, code: str, done: Callable[[Evaluated], None], *, form: ValueForm = "handle", await_promise: bool = False
    ) -> None:
        """Source text in the visible page."""

    def call_function(
        self,
        declaration: str,
        object_id: int,
        arguments: Sequence[Argument],
        done: Callable[[Evaluated], None],
        *,
        form: ValueForm = "handle",
        await_promise: bool = False,
    ) -> None:
        """A function that is given as source text; `this` is the value behind a handle (0: undefined)."""

    def list_members(
        self,
        object_id: int,
        done: Callable[[Inspected], None],
        *,
        inherited: bool = False,
        accessors_only: bool = False,
    ) -> None:
        """All members of the value behind a handle, as they are defined."""

    def memory(self, done: Callable[[Inspected], None]) -> None:
        """How much the engine holds."""

    def release(self, object_ids: Sequence[int]) -> None:
        """Nobody asks for these values any more."""

    def names(self, chain: str, prefix: str, done: Callable[[Inspected], None]) -> None:
        """What may be written after a chain of names and a dot."""


class Profiler(Protocol):
    """Profiles the logic layer; it begins and ends with a start on the same pages."""

    def begin(self, began: Callable[[str], None]) -> None:
        """`began` gets the code of a reason, empty if it has begun."""

    def end(self, done: Callable[[Profile | None], None]) -> None:
        """None: the program that was profiled has gone."""


@dataclass(frozen=True, slots=True)
class Debuggee:
    """`root` is the project's folder, in which the paths of `debugger` lie; `title` is the program's name."""

    root: Path
    title: Callable[[], str]
    records: Records
    values: Values
    debugger: Debugger
    traffic: TrafficLog
    profiler: Profiler
