"""Runs that are the same each time: chance from a seed, a clock that stands still, no network."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.testing.app import App
from simulator.testing.programs import Programs
from simulator.testing.settings import FIRST_MOMENT_MS, RunSettings
from tests.support.project_folder import write_project

FILES = {
    "app.json": '{"pages": ["pages/a/a"]}',
    "app.js": "App({ globalData: { first: [Math.random(), Date.now()] } })",
    "pages/a/a.json": "{}",
    "pages/a/a.wxml": "<view>{{n}}</view>",
    "pages/a/a.js": """const again = (self) => setTimeout(() => {
  self.setData({ n: self.data.n + 1 })
  again(self)
}, 0)
Page({ data: { n: 0 }, onLoad() { again(this) } })""",
}
TWO = "[getApp().globalData.first, Math.random()]"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> RunSettings:
    project = write_project(tmp_path_factory.mktemp("seeded"), FILES)
    return RunSettings(project, deadline_s=30, seed=7, network="closed")


@pytest.fixture
def app(programs: Programs, seeded: RunSettings) -> App:
    return programs.app(seeded, is_fresh=True)


def test_each_start_reads_the_same_chance_and_time_from_its_first_line_on(
    app: App, programs: Programs, seeded: RunSettings
) -> None:
    first = app.evaluate(TWO)
    assert first[0][1] == FIRST_MOMENT_MS
    app.restart()
    assert app.evaluate(TWO) == first
    other = programs.app(replace(seeded, seed=8), is_fresh=True).evaluate(TWO)
    assert other[0][0] != first[0][0]


def test_time_goes_by_timer_after_timer_and_past_timers_that_start_each_other(app: App) -> None:
    assert app.page.data("n") == 0
    for _ in range(5):
        assert app.clock.next(100) == 0
    assert app.page.data("n") == 5
    # From there on each of them waits, as in browsers.
    assert app.clock.next(100) == 4
    app.clock.advance(100)
    assert app.page.data("n") == 31
    assert app.evaluate("Date.now()") == FIRST_MOMENT_MS + 104


def test_nothing_leaves_the_machine_but_routes_answer(app: App) -> None:
    ask = "() => new Promise((resolve) => wx.request({ url: 'https://a.test/x', complete: resolve }))"
    assert app.evaluate(ask)["errMsg"].startswith("request:fail")
    app.network.fulfill("https://a.test/*", json={"a": 1})
    assert app.evaluate(ask)["data"] == {"a": 1}
    socket = "() => new Promise((resolve) => wx.connectSocket({ url: 'wss://a.test', complete: resolve }))"
    assert app.evaluate(socket)["errMsg"].startswith("connectSocket:fail")


def test_it_settles_when_only_time_or_its_user_could_make_it_go_on(app: App) -> None:
    app.run.settle()
    assert not app.run.program.activity.is_under_way
    app.page.call("setData", {"n": 100})
    app.run.settle()
    assert app.page.data("n") == 100
