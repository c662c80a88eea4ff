"""A running program's values as the servers of debug protocols ask for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from runtime.protocol.logic import Evaluated, Inspected
from runtime.protocol.value_questions import ValueForm
from simulator.running.logic_questions import LogicQuestions


class DebugValues:
    """Implements `simulator.debug.debuggee.Values`. `page_id` is that of the visible page."""

    def __init__(self, questions: LogicQuestions, page_id: Callable[[], int]) -> None:
        self._questions = questions
        self._page_id = page_id
        self.call_function = questions.call_function
        self.list_members = questions.list_members
        self.release: Callable[[Sequence[int]], None] = questions.release

    def evaluate(
        self, code: str, done: Callable[[Evaluated], None], *, form: ValueForm = "handle", await_promise: bool = False
    ) -> None:
        """In the visible page."""
        self._questions.evaluate(code, done, page_id=self._page_id(), form=form, await_promise=await_promise)

    def names(self, chain: str, prefix: str, done: Callable[[Inspected], None]) -> None:
        """In the visible page."""
        self._questions.names(chain, prefix, done, page_id=self._page_id())
