"""Carries out the steps of one program or several in one event loop, each as soon as what it waits for is there."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QTimer

from simulator.running.steps import Deadline, Steps, T, Wait
from simulator.session.activity import QUIET_MS

if TYPE_CHECKING:
    from simulator.running.interruption import Interruption
    from simulator.running.program import RunningProgram


def carried_out(program: RunningProgram, steps: Steps[T], interruption: Interruption | None = None) -> T:
    """The outcome of one program's steps; what they raise is raised."""
    lane = _Lane(program, steps)
    _carry_out([lane], interruption)
    outcome: T = lane.outcome
    return outcome


def carry_out_together(
    lanes: Sequence[tuple[RunningProgram, Steps[None]]], interruption: Interruption | None = None
) -> None:
    """The steps of several programs; the first exception ends all. Raises KeyboardInterrupt if the user wants that."""
    _carry_out([_Lane(program, steps) for program, steps in lanes], interruption)


def _carry_out(lanes: Sequence[_Lane], interruption: Interruption | None) -> None:
    """Goes on until all have ended."""
    _check(interruption)
    loop = QEventLoop()

    def look_at(lane: _Lane) -> None:
        lane.look()
        if lane.error is not None or all(one.is_done for one in lanes):
            loop.quit()

    def look_at_all() -> None:
        for lane in lanes:
            look_at(lane)

    # Rest shows only in the absence of messages, so silence is looked at as well.
    silence = QTimer(interval=int(QUIET_MS / 4))
    silence.timeout.connect(look_at_all)
    bound = [(lane, lambda *_told, lane=lane: look_at(lane)) for lane in lanes]
    for lane, look in bound:
        lane.program.traffic.connect(look)
        lane.program.state_changed.connect(look)
    if interruption is not None:
        interruption.asked.connect(loop.quit)
    try:
        QTimer.singleShot(0, look_at_all)
        silence.start()
        loop.exec()
    finally:
        silence.stop()
        silence.timeout.disconnect(look_at_all)
        for lane, look in bound:
            lane.program.traffic.disconnect(look)
            lane.program.state_changed.disconnect(look)
    _check(interruption)
    for lane in lanes:
        if lane.error is not None:
            raise lane.error


class _Lane:
    """The steps of one program, and how far they are."""

    def __init__(self, program: RunningProgram, steps: Steps[Any]) -> None:
        self.program = program
        self.outcome: Any = None
        self.error: BaseException | None = None
        self.is_done = False
        self._steps = steps
        self._wait: Wait | None = None
        self._until_s = 0.0
        self._is_looking = False

    def look(self) -> None:
        """Goes on as far as it can."""
        # What a step does may bring a message at once.
        if self._is_looking or self.is_done:
            return
        self._is_looking = True
        try:
            while not self.is_done and self._goes_on():
                pass
        finally:
            self._is_looking = False

    def _goes_on(self) -> bool:
        """One step further, if what is waited for is there or will not come."""
        try:
            if self._wait is None or self._wait.condition():
                self._take(next(self._steps))
            elif time.perf_counter() >= self._until_s:
                self._take(self._steps.throw(_deadline(self.program, self._wait)))
            else:
                return False
        except StopIteration as end:
            self.outcome, self.is_done = end.value, True
        except Exception as error:
            self.error, self.is_done = error, True
        return True

    def _take(self, wait: Wait) -> None:
        self._wait = wait
        self._until_s = time.perf_counter() + wait.timeout_s


def _deadline(program: RunningProgram, wait: Wait) -> Deadline:
    pending = ", ".join(program.activity.pending()) or "nothing is under way"
    return Deadline(f"waited {wait.timeout_s:g} s for {wait.what} ({pending})")


def _check(interruption: Interruption | None) -> None:
    if interruption is not None and interruption.exit_code:
        raise KeyboardInterrupt
