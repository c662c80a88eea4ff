"""When a first build is advised on: at the first rest of the program, or when it has ended."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from runtime.protocol import logic
from simulator.running.advice import AdviceTiming
from simulator.session.activity import Activity
from tests.support.waiting import wait_until


class Source:
    """A build that lacks advice until it is asked for."""

    def __init__(self) -> None:
        self.asked = 0

    @property
    def lacks_advice(self) -> bool:
        return self.asked == 0

    def advise(self) -> None:
        self.asked += 1


class Watch:
    """A program that draws and talks as a test says."""

    def __init__(self) -> None:
        self.source, self.activity = Source(), Activity()
        self.timing = AdviceTiming(self.source, lambda: self.activity)


@pytest.fixture
def watch(qapp: QApplication) -> Watch:
    return Watch()


def test_a_program_that_rests_after_its_first_picture_is_advised_on(watch: Watch) -> None:
    watch.timing.painted()
    assert watch.source.asked == 0
    wait_until(lambda: watch.source.asked, "the advice")
    watch.timing.painted()
    assert not watch.timing._lull.isActive()


def test_a_build_that_shows_nothing_new_is_advised_on_as_well(watch: Watch) -> None:
    watch.timing.built()
    assert not watch.timing._lull.isActive()
    watch.timing.painted()
    wait_until(lambda: watch.source.asked, "the advice")
    watch.source.asked = 0
    watch.timing.built()
    wait_until(lambda: watch.source.asked, "the advice on the next build")


def test_a_program_that_is_at_work_is_waited_for(watch: Watch) -> None:
    watch.activity.to_logic(logic.AskPage(1, "onShareAppMessage", {}), 0.0)
    watch.timing.painted()
    for _ in range(3):
        watch.timing._look()
    assert watch.source.asked == 0
    watch.timing._latest_ms = 0.0
    watch.timing._look()
    assert watch.source.asked == 1


@pytest.mark.parametrize("state", ["stopped", "crashed", "hung"])
def test_what_has_ended_is_advised_on_at_once(watch: Watch, state: str) -> None:
    watch.timing.state_changed("running")
    assert watch.source.asked == 0
    watch.timing.state_changed(state)
    assert watch.source.asked == 1


def test_a_closed_program_asks_for_nothing(watch: Watch) -> None:
    watch.timing.painted()
    watch.timing.close()
    watch.timing.state_changed("stopped")
    assert watch.source.asked == 0
    assert not watch.timing._lull.isActive()
