"""Code of a test that runs in the program: an expression, or a function that is called with values."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from runtime.protocol.logic import Evaluated
from simulator.testing.failure import TestFailure
from simulator.testing.run import Run

__tracebackhide__ = True

_FUNCTION = re.compile(r"(?:async\b\s*)?(?:function\b|\([^()]*\)\s*=>|[\w$]+\s*=>)")


def called(code: str, args: Sequence[Any]) -> str:
    """An expression; of a function its call."""
    text = code.strip()
    if not _FUNCTION.match(text):
        if args:
            raise TestFailure("only a function takes arguments: write (a, b) => …")
        return text
    return f"({text}\n)({', '.join(json.dumps(one) for one in args)})"


def evaluated(run: Run, code: str, page_id: int = 0) -> Any:
    """What an expression comes to, in the context of a page (0: of none), as the console's evaluator has it."""
    questions = run.program.logic_questions
    answer = run.ask(Evaluated, lambda done: questions.evaluate(code, done, page_id=page_id, form="json"), "an answer")
    if answer.error:
        raise TestFailure(answer.error)
    return msgspec.json.decode(answer.json) if answer.json else None
