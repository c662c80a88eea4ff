"""What panels see of a program, whether it runs or a recording of it is replayed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from runtime.protocol import logic
from simulator.phone import PhoneView
from simulator.running.logic_questions import LogicQuestions, PageAspect
from simulator.running.phone_questions import PhoneQuestions
from simulator.session.routes import Page, PageStack

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class Stack(Protocol):
    """Whose pages there are."""

    @property
    def pages(self) -> PageStack:
        """Those that live."""


class ShownProgram(Protocol):
    """`RunningProgram`, or `simulator.replay.replayed_program.ReplayedProgram`."""

    @property
    def phone(self) -> PhoneView: ...
    @property
    def session(self) -> Stack: ...
    @property
    def logic_questions(self) -> LogicQuestions: ...
    @property
    def phone_questions(self) -> PhoneQuestions: ...
    @property
    def build(self) -> BuildResult | None: ...
    @property
    def page(self) -> Page | None: ...

    def inspect_page(
        self, what: PageAspect, done: Callable[[logic.Inspected], None], page_id: int = 0, ref: Sequence[int] = ()
    ) -> None: ...
