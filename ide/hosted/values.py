"""Values of the program's JavaScript: evaluated, opened member by member, completed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from ide.models.debug_target import Evaluation
from runtime.protocol.logic import Evaluated
from runtime.protocol.previews import preview_of
from simulator.bridge.preview import Preview
from simulator.running.program import Program

MAX_NAMES = 200


class HostedValues:
    """Implements `ide.models.debug_target.Values`."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def evaluate(self, code: str, done: Callable[[Evaluation], None]) -> None:
        """In the visible page."""
        self._program.evaluate(code, lambda answer: done(_evaluation(answer)))

    def members(self, object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        """A hundred of them."""
        self._program.inspect(object_id, lambda answer: done(preview_of(answer.value)), start=start)

    def names(self, chain: str, prefix: str, done: Callable[[Sequence[str]], None]) -> None:
        """Own and inherited ones that can be written after a dot."""
        self.evaluate(_names_source(chain, prefix), lambda answer: done(_names_in(answer)))


def _evaluation(answer: Evaluated) -> Evaluation:
    if answer.error:
        return Evaluation({"t": "undefined"}, answer.error, tuple(answer.stack))
    return Evaluation(preview_of(answer.value) or {"t": "undefined"})


def _names_source(chain: str, prefix: str) -> str:
    return (
        "(function (value, prefix, limit) { const names = new Set();"
        " for (let o = value === null || value === undefined ? null : Object(value); o !== null;"
        " o = Object.getPrototypeOf(o)) for (const name of Object.getOwnPropertyNames(o).sort())"
        " if (name.startsWith(prefix) && /^[A-Za-z_$][\\w$]*$/.test(name) && names.size < limit) names.add(name);"
        f" return [...names].join('\\n'); }})({chain}, {json.dumps(prefix)}, {MAX_NAMES})"
    )


def _names_in(answer: Evaluation) -> list[str]:
    text = str(answer.value.get("v", "")) if answer.value.get("t") == "string" else ""
    return [name for name in text.split("\n") if name]
