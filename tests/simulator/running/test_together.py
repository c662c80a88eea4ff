"""Steps of several programs are taken side by side, each as soon as what it waits for is there."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from simulator.running.program import RunningProgram
from simulator.running.steps import Deadline, Steps, Wait
from simulator.running.together import carried_out, carry_out_together
from simulator.session.activity import Activity


class Messages(QObject):
    """Of a program only what a wait looks at."""

    traffic = Signal()
    state_changed = Signal(str, str)
    activity = Activity()

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def pass_one(self) -> None:
        self.number += 1
        self.traffic.emit()


def _as_program(messages: Messages) -> RunningProgram:
    return cast(RunningProgram, messages)


@pytest.mark.usefixtures("qapp")
def test_while_one_waits_the_other_goes_on() -> None:
    order: list[str] = []
    slow, quick = Messages(), Messages()

    def of_slow() -> Steps[None]:
        order.append("slow begins")
        QTimer.singleShot(0, quick.pass_one)
        yield Wait(lambda: slow.number == 1, "a message", 60.0)
        order.append("slow ends")

    def of_quick() -> Steps[None]:
        order.append("quick begins")
        yield Wait(lambda: quick.number == 1, "a message", 60.0)
        order.append("quick ends")
        slow.pass_one()

    carry_out_together([(_as_program(slow), of_slow()), (_as_program(quick), of_quick())])
    assert order == ["slow begins", "quick begins", "quick ends", "slow ends"]


def test_a_deadline_is_thrown_where_the_wait_stands(qapp: QApplication) -> None:
    def steps() -> Steps[str]:
        try:
            yield Wait(lambda: False, "what never comes", 0.01)
        except Deadline as problem:
            return str(problem)
        return "it came"

    told = carried_out(_as_program(Messages()), steps())
    assert told == "waited 0.01 s for what never comes (nothing is under way)"


def test_the_first_exception_ends_all(qapp: QApplication) -> None:
    def fails() -> Steps[None]:
        yield Wait(lambda: True, "nothing", 60.0)
        raise ValueError("broken")

    def waits_for_ever() -> Steps[None]:
        yield Wait(lambda: False, "what never comes", 60.0)

    with pytest.raises(ValueError, match="broken"):
        carry_out_together([(_as_program(Messages()), waits_for_ever()), (_as_program(Messages()), fails())])


def test_steps_that_bring_a_message_are_not_entered_twice(qapp: QApplication) -> None:
    messages = Messages()
    taken: list[Any] = []

    def steps() -> Steps[int]:
        for number in range(3):
            taken.append(number)
            messages.pass_one()
            yield Wait(lambda: True, "nothing", 60.0)
        return len(taken)

    assert carried_out(_as_program(messages), steps()) == 3
    assert taken == [0, 1, 2]
