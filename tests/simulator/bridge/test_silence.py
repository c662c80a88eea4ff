"""When silence is a hang: transcripts of seconds, and of the work done in them."""

from __future__ import annotations

import pytest

from simulator.bridge.silence import Silence


def hangs_after(work_per_s: float, *, step_s: float = 0.5, already_worked_s: float = 0.0) -> float:
    silence = Silence()
    silence.begins(already_worked_s)
    lasted_s = step_s
    while not silence.goes_on(step_s, already_worked_s + lasted_s * work_per_s):
        lasted_s += step_s
    return lasted_s


@pytest.mark.parametrize(
    ("work_per_s", "lasts_s"),
    [(1.0, 5), (0.4, 5), (0.25, 8), (0.15, 13.5), (0.1, 15), (0.0, 15)],
)
def test_the_less_a_process_could_work_the_longer_it_may_be_silent(work_per_s: float, lasts_s: float) -> None:
    assert hangs_after(work_per_s) == lasts_s
    assert hangs_after(work_per_s, step_s=0.25) == pytest.approx(lasts_s, abs=0.5)


def test_work_from_before_the_silence_does_not_count() -> None:
    assert hangs_after(0.1, already_worked_s=600) == 15


def test_a_process_that_is_heard_begins_anew() -> None:
    silence = Silence()
    silence.begins(0)
    assert not silence.goes_on(4.5, 4.5)
    silence.begins(4.5)
    assert not silence.goes_on(4.5, 9)
    assert silence.goes_on(0.5, 9.5)
