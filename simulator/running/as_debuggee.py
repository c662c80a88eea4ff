"""A running program as the servers of debug protocols see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from runtime.protocol.logic import Evaluated, Inspected
from runtime.protocol.value_questions import ValueForm
from simulator.bridge.recorder import Recorder
from simulator.debug.debuggee import Debuggee
from simulator.debug.debugger import Debugger
from simulator.running.logic_questions import LogicQuestions
from simulator.running.profiler import Profiler
from simulator.session.routes import Page
from simulator.traffic.network_side import NetworkSide

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class Program(Protocol):
    """What is needed of a running program."""

    @property
    def root(self) -> Path: ...
    @property
    def build(self) -> BuildResult | None: ...
    @property
    def page(self) -> Page | None: ...

    recorder: Recorder
    logic_questions: LogicQuestions
    network: NetworkSide

    @property
    def debugger(self) -> Debugger: ...
    def restart(self, *, keep_stack: bool, scripts: Mapping[str, Any] | None = None) -> None: ...


def as_debuggee(program: Program) -> Debuggee:
    """The same program; nothing is kept of it but its parts."""

    def title() -> str:
        return (program.build and program.build.project.name) or program.root.name

    def page_id() -> int:
        return program.page.page_id if program.page else 0

    values = DebugValues(program.logic_questions, page_id)
    log, profiler = program.network.log, Profiler(program)
    return Debuggee(program.root, title, program.recorder, values, program.debugger, log, profiler)


class DebugValues:
    """Implements `simulator.debug.debuggee.Values`. `page_id` is that of the visible page."""

    def __init__(self, questions: LogicQuestions, page_id: Callable[[], int]) -> None:
        self._questions = questions
        self._page_id = page_id
        self.call_function = questions.call_function
        self.list_members = questions.list_members
        self.memory = questions.memory
        self.release: Callable[[Sequence[int]], None] = questions.release

    def evaluate(
        self, code: str, done: Callable[[Evaluated], None], *, form: ValueForm = "handle", await_promise: bool = False
    ) -> None:
        """In the visible page."""
        self._questions.evaluate(code, done, page_id=self._page_id(), form=form, await_promise=await_promise)

    def names(self, chain: str, prefix: str, done: Callable[[Inspected], None]) -> None:
        """In the visible page."""
        self._questions.names(chain, prefix, done, page_id=self._page_id())
