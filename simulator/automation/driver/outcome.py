"""What comes of a question or an action: its result, or a reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

PAGE_DESTROYED = "page destroyed"
NO_SUCH_ELEMENT = "no such element"
LOST = "Remote debug connection lost"
"""The run that was asked has ended."""
TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Failure:
    """`reason` is a sentence for people; those above are fixed, clients of the automation protocol look for them."""

    reason: str


Result = TypeVar("Result")
Other = TypeVar("Other")
Done = Callable[[Result | Failure], None]
"""Called once with the outcome."""


def then(done: Done[Other], use: Callable[[Result], Other | Failure]) -> Done[Result]:
    """Hands on a failure, or what `use` makes of the result."""
    return lambda outcome: done(outcome if isinstance(outcome, Failure) else use(outcome))


def after(done: Done[Other], go_on: Callable[[Result], None]) -> Done[Result]:
    """Hands on a failure; else `go_on` gets the result and sees to `done` itself."""

    def take(outcome: Result | Failure) -> None:
        if isinstance(outcome, Failure):
            done(outcome)
        else:
            go_on(outcome)

    return take


def plain_reason(error: str) -> str:
    """What was thrown, without the name that every error has."""
    return error.removeprefix("Error: ")
