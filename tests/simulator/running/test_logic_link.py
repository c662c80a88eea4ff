"""The link to the logic process as transcripts: what the process does, and what the host hears of it."""

from __future__ import annotations

import pytest
from msgspec import Raw
from PySide6.QtCore import QCoreApplication

from runtime.protocol import logic
from simulator.running.logic_link import LONGEST_TASK_MS, LogicLink
from tests.support.fake_spare import FakeProcess, FakeSpare

LOG = logic.Log("log", Raw(b"[]"))
HANG_AFTER_BEATS = 5
"""Of a process at work."""


class Talk:
    """A link and what the host has heard by it."""

    def __init__(self) -> None:
        self.spares: list[FakeSpare] = []
        self._heard: list[str] = []
        self.link = LogicLink(memory_limit_mb=64, make_spare=self._make)  # type: ignore[arg-type]
        self.link.received.connect(lambda message, _data: self._heard.append(type(message).__name__))
        self.link.misunderstood.connect(lambda why: self._heard.append(f"misunderstood {why[:20]}"))
        self.link.answered.connect(lambda busy_ms: self._heard.append(f"answered {busy_ms:g}"))
        self.link.lost.connect(lambda reason: self._heard.append(f"lost {reason}"))
        self.link.hung.connect(lambda what: self._heard.append(f"hung {what}".rstrip()))
        self.link.recovered.connect(lambda: self._heard.append("recovered"))

    def start(self) -> FakeProcess:
        self.link.start_fresh()
        return self.spares[-1].processes[-1]

    def heard(self) -> list[str]:
        """What has come since the last look."""
        QCoreApplication.processEvents()
        heard, self._heard = self._heard, []
        return heard

    def beats(self, times: int, work_s: float = 1.0) -> list[str]:
        """So many seconds pass; in each, the process is at work for `work_s`."""
        for _ in range(times):
            self.spares[-1].processes[-1].worked_s += work_s
            self.link.beat()
        return self.heard()

    def _make(self, memory_limit_mb: int) -> FakeSpare:
        self.spares.append(FakeSpare(memory_limit_mb))
        return self.spares[-1]


@pytest.fixture
def talk(qapp: QCoreApplication) -> Talk:
    return Talk()


def test_messages_come_in_order_and_what_is_none_is_told_as_such(talk: Talk) -> None:
    process = talk.start()
    process.says(logic.Ready(), logic.Launched(), LOG)
    process.sends(b"{")
    process.says(LOG)
    assert talk.heard() == ["Ready", "Launched", "Log", "misunderstood Input data was trunc", "Log"]


def test_answers_of_the_former_run_never_reach_the_new_one(talk: Talk) -> None:
    former = talk.start()
    former.says(LOG, logic.Evaluated(1), LOG)
    new = talk.start()
    assert former.is_killed
    former.says(logic.Evaluated(2))
    former.ends("killed by signal 9")
    new.says(logic.Launched())
    assert talk.heard() == ["Launched"]


def test_what_a_receiver_does_to_the_link_counts_from_the_next_message_on(talk: Talk) -> None:
    former = talk.start()
    talk.link.received.connect(lambda message, _data: isinstance(message, logic.RouteDone) and talk.start())
    former.says(LOG, logic.RouteDone([]), LOG, LOG)
    assert talk.heard() == ["Log", "RouteDone"]


def test_a_stopped_process_is_neither_heard_nor_spoken_to(talk: Talk) -> None:
    process = talk.start()
    process.says(LOG)
    talk.link.stop()
    talk.link.ping()
    process.ends("killed by signal 9")
    assert talk.heard() == []
    assert process.told == []


def test_missed_pings_count_as_a_hang_once(talk: Talk) -> None:
    process = talk.start()
    assert talk.beats(HANG_AFTER_BEATS) == []
    assert len(process.told) == HANG_AFTER_BEATS
    assert talk.beats(3) == ["hung"]


def test_an_answer_in_time_is_no_hang_and_a_late_one_ends_it(talk: Talk) -> None:
    process = talk.start()
    talk.beats(HANG_AFTER_BEATS)
    process.says(logic.Pong(1, 2.5))
    assert talk.heard() == ["answered 2.5"]
    assert talk.beats(HANG_AFTER_BEATS) == []
    assert talk.beats(1) == ["hung"]
    process.says(logic.Pong(2))
    assert talk.heard() == ["answered 0", "recovered"]
    process.says(logic.Pong(3))
    assert talk.heard() == ["answered 0"]


def test_a_process_that_waits_for_its_turn_on_a_busy_machine_has_more_time(talk: Talk) -> None:
    talk.start()
    assert talk.beats(14, work_s=0.1) == []
    assert talk.beats(2, work_s=0.1) == ["hung"]


def test_a_process_that_does_nothing_hangs_too(talk: Talk) -> None:
    talk.start()
    assert talk.beats(16, work_s=0) == ["hung"]


def test_a_program_that_keeps_talking_is_busy_and_hangs_only_in_an_endless_task(talk: Talk) -> None:
    process = talk.start()
    for _ in range(3 * HANG_AFTER_BEATS):
        process.says(LOG)
        assert talk.beats(1) == ["Log"]
    process.says(logic.Busy("pages/a/a spin", LONGEST_TASK_MS))
    assert talk.beats(1) == []
    process.says(LOG, logic.Busy("pages/a/a spin", LONGEST_TASK_MS + 1), logic.Busy("pages/a/a spin", 2e5))
    assert talk.heard() == ["Log", "hung pages/a/a spin"]


def test_a_hang_is_named_after_the_task_that_was_busy_last(talk: Talk) -> None:
    process = talk.start()
    process.says(logic.Busy("pages/a/a onLoad", 1000))
    talk.heard()
    assert talk.beats(HANG_AFTER_BEATS + 2) == ["hung pages/a/a onLoad"]


def test_a_fresh_process_owes_no_answers(talk: Talk) -> None:
    talk.start()
    talk.beats(HANG_AFTER_BEATS)
    talk.start()
    assert talk.beats(HANG_AFTER_BEATS) == []


def test_an_end_that_nobody_asked_for_is_told_after_what_was_said(talk: Talk) -> None:
    process = talk.start()
    process.says(logic.Launched())
    process.ends("exit code 3")
    assert talk.heard() == ["Launched", "lost exit code 3"]
    assert talk.link.has_launched
    assert talk.beats(HANG_AFTER_BEATS + 2) == []
    talk.start()
    assert not talk.link.has_launched


def test_another_memory_limit_makes_another_spare(talk: Talk) -> None:
    talk.link.warm_up()
    assert talk.link.has_warm_spare
    talk.link.limit_memory(64)
    assert len(talk.spares) == 1
    talk.link.limit_memory(128)
    assert [(spare.memory_limit_mb, spare.is_closed) for spare in talk.spares] == [(64, True), (128, False)]
    talk.link.close()
    assert talk.spares[-1].is_closed
