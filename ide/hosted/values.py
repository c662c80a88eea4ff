"""Values of the program's JavaScript: evaluated, opened member by member, completed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ide.hosted.shown_program import ShownProgram
from runtime.protocol.logic import Evaluated
from runtime.protocol.previews import names_of, preview_of
from simulator.bridge.preview import Preview
from simulator.debug.debugger import Evaluation


class HostedValues:
    """Implements `ide.models.debug_target.Values`."""

    def __init__(self, program: ShownProgram) -> None:
        self._program = program

    def evaluate(
        self, code: str, done: Callable[[Evaluation], None], *, chosen: Sequence[int] = (), keeps: bool = False
    ) -> None:
        """In the visible page."""
        page = self._program.page
        self._program.logic_questions.evaluate(
            code,
            lambda answer: done(_evaluation(answer)),
            page_id=page.page_id if page else 0,
            chosen=chosen,
            keeps=keeps,
        )

    def store(self, object_id: int, done: Callable[[str, str], None]) -> None:
        """As `temp1`, `temp2` …"""
        self._program.logic_questions.store_value(object_id, lambda answer: done(answer.json, answer.error))

    def write(self, object_id: int, done: Callable[[str, str], None]) -> None:
        """Indented."""
        self._program.logic_questions.write_value(object_id, lambda answer: done(answer.json, answer.error))

    def members(self, object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        """A hundred of them."""
        self._program.logic_questions.inspect(object_id, lambda answer: done(preview_of(answer.value)), start=start)

    def names(self, chain: str, prefix: str, done: Callable[[Sequence[str]], None]) -> None:
        """Own and inherited ones; none while the chain leads nowhere."""
        page = self._program.page
        self._program.logic_questions.names(
            chain, prefix, lambda answer: done(names_of(answer.value)), page_id=page.page_id if page else 0
        )


def _evaluation(answer: Evaluated) -> Evaluation:
    if answer.error:
        return Evaluation({"t": "undefined"}, answer.error, tuple(answer.stack))
    return Evaluation(preview_of(answer.value) or {"t": "undefined"})
