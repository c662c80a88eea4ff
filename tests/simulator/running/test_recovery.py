"""What happens when something dies or hangs, as transcripts: what is told, shown and started again."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from simulator.running.options import ProgramOptions
from simulator.running.recovery import CRASH_LOOP_MS, HANG_LOOP_MS, MAX_EARLY_ENDS, Recovery, RecoveryParts
from simulator.running.starting import Start
from tests.support.run_parts import HandClock, Script

TASK = "pages/a/a spin (pages/a/a.js:4)"
BACK = ["restart", "notice restarted"]


class Patient:
    """A program that runs, and its recovery."""

    def __init__(self) -> None:
        self.script = Script()
        self.clock = HandClock()
        self.options = ProgramOptions()
        self.build: Any = SimpleNamespace(program={})
        self.has_launched = True
        self.start = Start(self.build, self.clock())
        parts = RecoveryParts(
            self.script.notices, self.script.card, self.script.state, lambda: self.options, lambda: self.build,
            lambda: self.start, lambda: (self.clock() - self.start.at_s) * 1000, lambda: self.has_launched,
            self.restart, lambda why: self.script.add(f"unanswered: {why}"),
        )  # fmt: skip
        self.recovery = Recovery(parts)

    def restart(self) -> None:
        self.script.add("restart")
        self.start = Start(self.build, self.clock())

    def dies(self, after_ms: float = 0.0) -> list[str]:
        """The logic process ends, so long after the last event."""
        self.clock.pass_ms(after_ms)
        self.recovery.logic_lost("exit code 3")
        return self.script.take()

    def hangs(self, after_ms: float = 0.0) -> list[str]:
        self.clock.pass_ms(after_ms)
        self.recovery.logic_hung(TASK)
        return self.script.take()


@pytest.fixture
def patient() -> Patient:
    return Patient()


DEAD = ["notice crashed", "state crashed exit code 3"]
LEFT = ["notice crash-loop", "card The program has crashed"]
HUNG = ["notice hung", f"state hung {TASK}"]


def test_a_program_that_dies_is_started_again(patient: Patient) -> None:
    assert patient.dies() == [*DEAD, *BACK]


def test_a_loop_of_crashes_stops(patient: Patient) -> None:
    patient.dies()
    assert patient.dies(after_ms=CRASH_LOOP_MS - 1) == [*DEAD, *LEFT]


def test_a_crash_after_a_while_is_none_of_a_loop(patient: Patient) -> None:
    patient.dies()
    assert patient.dies(after_ms=CRASH_LOOP_MS) == [*DEAD, *BACK]


def test_who_starts_a_program_again_after_a_loop_has_another_try(patient: Patient) -> None:
    patient.dies()
    patient.dies()
    patient.restart()
    patient.script.take()
    assert patient.dies() == [*DEAD, *BACK]


def test_a_change_of_the_program_ends_a_loop(patient: Patient) -> None:
    patient.dies()
    patient.build = SimpleNamespace(program={})
    assert patient.dies() == [*DEAD, *BACK]


def test_advice_is_no_change(patient: Patient) -> None:
    patient.dies()
    patient.build = SimpleNamespace(program=patient.build.program)
    assert patient.dies() == [*DEAD, *LEFT]


def test_a_process_that_ends_before_the_program_began_is_replaced_a_few_times(patient: Patient) -> None:
    patient.has_launched = False
    for _ in range(MAX_EARLY_ENDS):
        assert patient.dies() == [*DEAD, *BACK]
    assert patient.dies() == [*DEAD, *LEFT]


def test_a_hang_names_its_place_and_ends_in_a_restart(patient: Patient) -> None:
    assert patient.hangs() == [*HUNG, *BACK]


def test_a_loop_of_hangs_stops(patient: Patient) -> None:
    patient.hangs()
    assert patient.hangs(after_ms=HANG_LOOP_MS - 1) == [*HUNG, "card The program does not answer"]
    assert patient.script.view[-1].call.line == 4
    assert patient.script.view[-1].call.file == "pages/a/a.js"


def test_a_hang_after_a_while_is_none_of_a_loop(patient: Patient) -> None:
    patient.hangs()
    assert patient.hangs(after_ms=HANG_LOOP_MS) == [*HUNG, *BACK]


def test_without_restarts_a_hang_stays_until_it_ends(patient: Patient) -> None:
    patient.options = replace(patient.options, restarts_after_hang=False)
    assert patient.hangs() == [*HUNG, "card The program does not answer"]
    patient.recovery.logic_recovered()
    assert patient.script.take() == ["notice recovered", "no card", "state running"]


def test_a_window_around_the_phone_shows_the_end_itself(patient: Patient) -> None:
    patient.options = replace(patient.options, shows_failures=False)
    patient.dies()
    assert patient.dies() == [*DEAD, "notice crash-loop"]
    patient.restart()
    patient.hangs()
    assert patient.hangs() == HUNG


def test_a_screen_that_has_gone_comes_back_with_the_program(patient: Patient) -> None:
    recovery = patient.recovery
    recovery.phone_crashed("killed")
    assert patient.script.take() == ["unanswered: the phone's screen has gone", "notice view-crashed"]
    assert recovery.phone_is_ready()
    assert patient.script.take() == ["restart"]
    assert not recovery.phone_is_ready()
    assert patient.script.take() == []


def test_a_page_that_hangs_is_said_once_and_brought_back_once(patient: Patient) -> None:
    recovery = patient.recovery
    for expected in (BACK, ["card The program does not answer"]):
        recovery.phone_hung("m.wxs loop")
        recovery.phone_crashed("killed")
        assert patient.script.take() == [
            "notice view-hung", "state hung m.wxs loop", "unanswered: the phone's screen has gone",
        ]  # fmt: skip
        assert recovery.phone_is_ready()
        assert patient.script.take() == expected


def test_a_page_that_eats_the_memory_is_the_programs_fault(patient: Patient) -> None:
    patient.recovery.phone_swollen(2000)
    assert patient.script.take() == ["notice view-swollen", "state hung"]


def test_what_was_asked_while_there_was_no_screen_is_not_kept_waiting(patient: Patient) -> None:
    patient.recovery.phone_crashed("killed")
    patient.script.take()
    patient.recovery.phone_dropped()
    assert patient.script.take() == ["unanswered: the phone's screen has gone"]


def test_a_screen_that_is_given_up(patient: Patient) -> None:
    patient.recovery.phone_gone()
    assert patient.script.take()[0] == "notice view-gone"
    assert patient.script.state.now == "crashed"
