"""Questions that are under way: each is answered once, at the latest when its time is up or the run that it was put to
has ended."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer

from runtime.protocol.automation import AutomationAction
from runtime.protocol.driving import DriverQuestion
from runtime.protocol.logic import Evaluated
from runtime.protocol.view import Reply
from runtime.protocol.view_calls import ViewRequest
from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.outcome import (
    LOST,
    PAGE_DESTROYED,
    TIMEOUT,
    Done,
    Failure,
    Result,
    after,
    plain_reason,
)

ENDS_A_RUN = frozenset({"hung", "crashed", "stopped"})
RUNS = frozenset({"running", "background"})


class Inquiries(QObject):
    """Of one driver. `patience_ms`: how long an answer may take."""

    def __init__(self, program: DrivenProgram, patience_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._patience_ms = patience_ms
        self._open: dict[int, tuple[float, Callable[[Failure], None]]] = {}
        self._last = 0
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._look)
        program.state_changed.connect(self._state_changed)
        self._end_listening = program.logic_questions.hear_forgetting(self._run_is_over)

    @property
    def count(self) -> int:
        """How many wait for their answer."""
        return len(self._open)

    def open(self, done: Done[Result], patience_ms: int | None = None) -> Done[Result]:
        """A question begins: what is returned hands the first outcome on, and forgets all others."""
        self._last += 1
        number = self._last
        patience = self._patience_ms if patience_ms is None else patience_ms
        self._open[number] = (time.monotonic() + patience / 1000, done)
        if not self._clock.isActive() or self._clock.remainingTime() > patience:
            self._clock.start(patience)

        def take(outcome: Result | Failure) -> None:
            if self._open.pop(number, None) is not None:
                done(outcome)

        return take

    def ask_logic(self, make: Callable[[int], DriverQuestion], done: Done[str]) -> None:
        """Asks the logic process; the result is JSON text, empty for undefined."""
        self._program.logic_questions.drive(make, evaluated(self.open(done)))

    def ask_page(self, page_id: int, action: AutomationAction, done: Done[object]) -> None:
        """Has a page of the view (0: the shell) do or tell something; the result is plain data."""
        if page_id and self._program.session.pages.find(page_id) is None:
            done(Failure(PAGE_DESTROYED))
            return
        ask = self._program.phone_questions.automate
        self._after_logic(done, lambda: ask(action, page_id, self._replied(page_id, done)))

    def call_view(self, page_id: int, call: ViewRequest, done: Done[object]) -> None:
        """What the logic layer can ask of a page of the view; the result is plain data."""
        if self._program.session.pages.find(page_id) is None:
            done(Failure(PAGE_DESTROYED))
            return
        ask = self._program.phone_questions.call
        self._after_logic(done, lambda: ask(page_id, call, self._replied(page_id, done)))

    def close(self) -> None:
        """Nobody waits any more."""
        self._open.clear()
        self._clock.stop()
        self._program.state_changed.disconnect(self._state_changed)
        self._end_listening()

    def _after_logic(self, done: Done[object], ask: Callable[[], None]) -> None:
        """Asks the view once it has all that the program has done so far: what a tap has led to is seen after it."""
        if self._program.state not in RUNS or self._program.debugger.pause_now is not None:
            ask()
            return
        take = evaluated(self.open(after(done, lambda _json: ask())))
        self._program.logic_questions.evaluate("0", take, form="json", await_promise=False)

    def _replied(self, page_id: int, done: Done[object]) -> Callable[[Reply], None]:
        """Takes the phone's answer. A page may have ended while it was asked."""
        take = self.open(done)

        def reply(answer: Reply) -> None:
            if not answer.error:
                take(msgspec.json.decode(answer.result))
            elif page_id and self._program.session.pages.find(page_id) is None:
                take(Failure(PAGE_DESTROYED))
            else:
                take(Failure(answer.error))

        return reply

    def _state_changed(self, state: str, _detail: str) -> None:
        if state in ENDS_A_RUN:
            self._run_is_over()

    def _run_is_over(self) -> None:
        self._fail(list(self._open), LOST)

    def _look(self) -> None:
        now = time.monotonic()
        self._fail([number for number, (until, _done) in self._open.items() if until <= now], TIMEOUT)
        if self._open:
            next_s = min(until for until, _done in self._open.values()) - now
            self._clock.start(max(1, int(next_s * 1000) + 1))

    def _fail(self, numbers: list[int], reason: str) -> None:
        for number in numbers:
            waiting = self._open.pop(number, None)
            if waiting is not None:
                waiting[1](Failure(reason))


def evaluated(done: Done[str]) -> Callable[[Evaluated], None]:
    """Takes the logic process's answer."""
    return lambda answer: done(Failure(plain_reason(answer.error)) if answer.error else answer.json)


def value_of(json: str) -> object:
    """The value that JSON text stands for; None for undefined."""
    return msgspec.json.decode(json) if json else None
