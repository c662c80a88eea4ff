"""Live expressions of the console: evaluated again after whatever happened, their values pinned above the rows.

An expression that is still being evaluated is not asked for again: one that never ends is asked once in each run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ide.models.debug_target import Values
from simulator.bridge.preview import Piece, inline
from simulator.debug.debugger import Evaluation

MOST = 20
LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class LiveExpression:
    """One of them; `pieces` are its value, or the words of what it threw. `is_waiting`: there is no answer yet."""

    code: str
    pieces: tuple[Piece, ...] = ()
    is_waiting: bool = False


class LiveExpressions:
    """Owner of the list. `changed` is called when values have come."""

    def __init__(self, values: Values, changed: Callable[[], None]) -> None:
        self._values = values
        self._changed = changed
        self._run = 0
        self._listed: tuple[LiveExpression, ...] = ()

    @property
    def listed(self) -> Sequence[LiveExpression]:
        """All of them, in the order in which they were added."""
        return self._listed

    def add(self, code: str) -> None:
        """Pins one; one that is there already, or is empty, is not pinned again."""
        code = code.strip()
        if code and len(self._listed) < MOST and all(one.code != code for one in self._listed):
            self._listed = (*self._listed, LiveExpression(code))
            self._changed()
            self.refresh()

    def remove(self, code: str) -> None:
        """Takes one away."""
        self._listed = tuple(one for one in self._listed if one.code != code)
        self._changed()

    def start_afresh(self) -> None:
        """Another run: no answer to the former one's questions comes."""
        self._run += 1
        self._listed = tuple(replace(one, is_waiting=False) for one in self._listed)

    def refresh(self) -> None:
        """Asks for the value of each."""
        for one in self._listed:
            if not one.is_waiting:
                self._replace(replace(one, is_waiting=True))
                self._ask(one.code, self._run)

    def _ask(self, code: str, run: int) -> None:
        self._values.evaluate(code, lambda answer: self._answered(code, run, answer))

    def _answered(self, code: str, run: int, answer: Evaluation) -> None:
        if run == self._run:
            self._replace(LiveExpression(code, _pieces(answer)))
            self._changed()

    def _replace(self, expression: LiveExpression) -> None:
        self._listed = tuple(expression if one.code == expression.code else one for one in self._listed)


def _pieces(answer: Evaluation) -> tuple[Piece, ...]:
    if answer.error:
        return (Piece(answer.error.split("\n")[0][:LONGEST_VALUE], "error"),)
    found, left = [], LONGEST_VALUE
    for text, role, _css in inline(answer.value, nested=True):
        found.append(Piece(text[:left].replace("\n", "⏎"), role))
        left -= len(text)
        if left <= 0:
            return (*found, Piece("…", "dim"))
    return tuple(found)
