"""What is done with a running program step by step: generators that yield what they wait for. `together` carries out
those of several programs at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from PySide6.QtGui import QImage

from runtime.protocol import automation, logic, view
from simulator.session.activity import QUIET_MS

if TYPE_CHECKING:
    from simulator.running.program import RunningProgram

T = TypeVar("T")

DEAD = frozenset({"hung", "crashed", "stopped"})
"""States in which nothing more is to be expected."""


class Deadline(Exception):
    """Something that was waited for did not happen; the text says what."""


class ActionFailed(Exception):
    """The phone could not do what was asked, for example tap an element that is not there."""


@dataclass(frozen=True, slots=True)
class Wait:
    """`condition` is looked at with every message and state change, and now and then. If it is not met in time,
    Deadline is thrown where this was yielded."""

    condition: Callable[[], bool]
    what: str
    timeout_s: float


Steps = Generator[Wait, None, T]
"""Yields its waits, returns its outcome."""


def waited(condition: Callable[[], bool], what: str, timeout_s: float) -> Steps[None]:
    """One wait. Raises Deadline."""
    yield Wait(condition, what, timeout_s)


def started(program: RunningProgram, timeout_s: float) -> Steps[None]:
    """Waits for a launch until its first page is on the screen and at rest. Raises Deadline."""
    yield Wait(lambda: program.state != "starting", "the project to be built", timeout_s)
    yield Wait(lambda: program.page is None or is_page_drawn(program), "the first page to be drawn", timeout_s)
    yield from rested(program, timeout_s)


def is_page_drawn(program: RunningProgram) -> bool:
    """Whether the visible page has been on the screen, or nothing will come because the program has ended."""
    page = program.page
    is_drawn = page is not None and page.page_id in program.first_render_ms
    return is_drawn or program.state != "running"


def rested(program: RunningProgram, timeout_s: float) -> Steps[bool]:
    """Waits until nothing is under way; False when the program is still busy at the end of the time."""
    began = time.perf_counter()
    try:
        if program.state == "running":
            # What was sent before has been carried out when this has been answered.
            answers: list[logic.Evaluated] = []
            program.evaluate("0", answers.append, in_page=False)
            yield Wait(lambda: bool(answers) or program.state != "running", "the program to answer", timeout_s)
        left_s = max(0.1, timeout_s - (time.perf_counter() - began))
        yield Wait(_Rest(program).is_there, "the program to rest", left_s)
    except Deadline:
        return False
    return program.state not in DEAD


def advised(program: RunningProgram, timeout_s: float) -> Steps[None]:
    """Waits until the findings about the project are complete. Raises Deadline."""
    yield Wait(lambda: _is_advised(program), "the project to be checked", timeout_s)


def evaluated(program: RunningProgram, code: str, timeout_s: float) -> Steps[logic.Evaluated]:
    """Evaluates source text in the context of the visible page. Raises Deadline."""
    answers: list[logic.Evaluated] = []
    program.evaluate(code, answers.append)
    yield Wait(lambda: bool(answers), "the evaluation", timeout_s)
    return answers[0]


def automated(program: RunningProgram, action: automation.AutomationAction, timeout_s: float) -> Steps[Any]:
    """Input on the visible page, or a question about it. Raises Deadline, and ActionFailed with the view's reason."""
    replies: list[view.Reply] = []
    program.automate(action, replies.append)
    yield Wait(lambda: bool(replies), f"the phone to {type(action).__name__}", timeout_s)
    if replies[0].error:
        raise ActionFailed(replies[0].error)
    return msgspec.json.decode(replies[0].result)


def pictured(program: RunningProgram, timeout_s: float) -> Steps[QImage]:
    """The phone's screen, when animations that end within two seconds have ended. Raises as `automated`."""
    yield from automated(program, automation.Settled(), timeout_s)
    return program.phone.screenshot()


def _is_advised(program: RunningProgram) -> bool:
    return program.build is None or program.build.lint_units is not None


class _Rest:
    """Whether a program rests: nothing is under way, and it is not at work without saying a word."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program
        self._is_asked = False
        self._busy_ms: float | None = None

    def is_there(self) -> bool:
        """Asked again and again."""
        program = self._program
        if program.state in DEAD:
            return True
        if not program.activity.is_quiet(time.perf_counter() * 1000):
            self._is_asked, self._busy_ms = False, None
            return False
        if not self._is_asked:
            self._is_asked = True
            program.when_free(self._answered)
        busy_ms, self._busy_ms = self._busy_ms, None
        if busy_ms is None:
            return False
        self._is_asked = False
        return busy_ms < QUIET_MS / 2

    def _answered(self, busy_ms: float) -> None:
        self._busy_ms = busy_ms
