"""The fixture `monkey` in a test of a project, and the same without pytest."""

from __future__ import annotations

import pytest

from simulator.testing.app import App
from simulator.testing.failure import TestFailure
from simulator.testing.monkey.in_a_test import Monkey, launch_monkey
from tests.support.monkey_programs import GO, write_program

ASKS = """Page({ go() {
  wx.request({ url: 'https://tea.test/x', success: () => { throw new Error('no tea') } })
} })"""


@pytest.fixture(scope="module")
def monkey(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Monkey:
    return launch_monkey(write_program(tmp_path_factory.mktemp("monkey"), {"a": (GO, ASKS)}))


def test_it_fails_with_the_way_to_what_it_breaks(monkey: Monkey) -> None:
    def answer(fresh: App) -> None:
        fresh.network.fulfill("https://tea.test/*", json={})

    with pytest.raises(TestFailure) as failure:
        monkey(seed=2, steps=4, prepare=answer)
    first, *rest = str(failure.value).splitlines()
    assert first.startswith("4 steps in 1 lives with seed 2: ")
    assert rest == ["  program error: Error: no tea (pages/a/a.js:2)", '    1 pages/a/a: page.locator(".go").tap()']


def test_without_a_failure_it_reports_what_it_has_done(monkey: Monkey) -> None:
    report = monkey(steps=4)
    assert (report.steps, report.failures) == (4, [])
