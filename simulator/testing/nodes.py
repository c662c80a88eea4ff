"""Elements of a page as tests see them: found by the base library's own selectors, in the logic layer's tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from runtime.protocol.logic import Inspected
from runtime.protocol.program_questions import FoundNode
from simulator.testing.failure import TestFailure
from simulator.testing.run import Run

Ref = tuple[int, int]

__tracebackhide__ = True


def find_nodes(
    run: Run, page_id: int, selector: str, within: Sequence[Ref] | None = None, *, is_deep: bool = False
) -> list[FoundNode]:
    """What a selector finds in a page, or below elements of it; nothing in a page that is not there any more."""
    if within is not None and not within:
        return []
    questions = run.program.logic_questions
    answer = run.ask(
        Inspected,
        lambda done: questions.find_nodes(page_id, selector, done, within=within or (), is_deep=is_deep),
        f"{selector} to be looked for",
    )
    found = msgspec.json.decode(answer.value, type=list[FoundNode] | str | None)
    if isinstance(found, str):
        raise TestFailure(f"{found}: write #id, .class, tag, [name=value], joined by spaces, > or >>>, or by a comma")
    return found or []


def described_tree(run: Run, page_id: int, ref: Ref | None = None) -> list[Any]:
    """What a page, or a component of it, shows: texts and nodes as of the message Describe."""
    questions = run.program.logic_questions
    answer = run.ask(Inspected, lambda done: questions.describe(page_id, done, ref=ref or ()), "the tree")
    tree: list[Any] | None = msgspec.json.decode(answer.value)
    return tree or []
