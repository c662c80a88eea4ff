"""When the page counts as hanging, swollen or gone: a transcript of beats, no browser."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from simulator.bridge.process_state import ProcessState
from simulator.phone.bridge import Bridge
from simulator.phone.pulse import MEMORY_LIMIT_MB, Pulse

KEY = "key"


class Patient(QObject):
    """A page whose process is what a test says, and the pulse that watches it."""

    def __init__(self) -> None:
        super().__init__()
        self.state: ProcessState | None = ProcessState(100, 0.0)
        self.pid = 7
        self.answers = True
        self.told: list[object] = []
        self.bridge = Bridge(self)
        self.stands_still = False
        held = {"stands_still": lambda: self.stands_still}
        self.pulse = Pulse(self.bridge, lambda: self.pid, self, lambda _pid: self.state, **held)
        self.pulse.hung.connect(self.told.append)
        self.pulse.swollen.connect(self.told.append)
        self.pulse.vanished.connect(lambda: self.told.append("vanished"))
        self.bridge.ping.connect(lambda serial: self.answers and self.bridge.answer(KEY, serial))
        self.pulse.start()

    def loaded(self) -> None:
        self.bridge.ready(KEY, "{}")
        self.pulse.listens()

    def beats(self, seconds: float, work_s: float = 0.0) -> None:
        """Time passes; the process is at work for `work_s` of it."""
        for _ in range(int(seconds * 2)):
            if self.state:
                self.state = self.state._replace(worked_s=self.state.worked_s + work_s / (seconds * 2))
            if self.pulse.is_watching:
                self.pulse.beat()


@pytest.fixture
def patient(qtbot: QtBot) -> Patient:
    return Patient()


def test_a_page_that_answers_may_work_for_ever(patient: Patient) -> None:
    patient.loaded()
    patient.beats(600, work_s=600)
    assert patient.told == []


def test_a_page_that_a_debugger_holds_does_not_hang_until_it_goes_on(patient: Patient) -> None:
    patient.loaded()
    patient.answers = False
    patient.beats(3)
    patient.stands_still = True
    patient.beats(600)
    assert patient.told == []
    patient.stands_still = False
    patient.beats(8, work_s=8)
    assert patient.told == [""]


def test_a_page_at_work_without_an_answer_hangs_after_five_seconds(patient: Patient) -> None:
    patient.loaded()
    patient.bridge.running(KEY, "m.wxs loop")
    patient.beats(3)
    patient.answers = False
    patient.beats(5, work_s=5)
    assert patient.told == []
    patient.beats(1, work_s=1)
    assert patient.told == ["m.wxs loop"]
    assert not patient.pulse.is_watching


def test_a_page_that_waits_for_its_turn_on_a_busy_machine_has_more_time(patient: Patient) -> None:
    patient.loaded()
    patient.answers = False
    patient.beats(14, work_s=1)
    assert patient.told == []
    patient.beats(2, work_s=0)
    assert patient.told == [""]


def test_a_late_answer_counts(patient: Patient) -> None:
    patient.loaded()
    for _ in range(20):
        patient.answers = False
        patient.beats(4, work_s=4)
        patient.answers = True
        patient.bridge.pong.emit(patient.pulse.asked)
        patient.beats(1)
    assert patient.told == []


def test_too_much_memory(patient: Patient) -> None:
    patient.state = ProcessState(MEMORY_LIMIT_MB, 0.0)
    patient.beats(5)
    assert patient.told == []
    patient.state = ProcessState(MEMORY_LIMIT_MB + 1, 0.0)
    patient.beats(5)
    assert patient.told[0] == MEMORY_LIMIT_MB + 1


def test_a_process_that_ended_while_it_began(patient: Patient) -> None:
    patient.state = None
    patient.beats(0.5)
    assert patient.told == []
    patient.beats(0.5)
    assert patient.told == ["vanished"]


def test_a_process_that_never_begins(patient: Patient) -> None:
    patient.pid, patient.state = 0, None
    patient.beats(14)
    assert patient.told == []
    patient.beats(1)
    assert patient.told == ["vanished"]


def test_a_page_is_not_asked_while_it_loads(patient: Patient) -> None:
    patient.answers = False
    patient.beats(60, work_s=60)
    assert patient.told == []
