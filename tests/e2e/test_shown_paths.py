"""A file has one name for the user, that in the project folder, whoever speaks of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ide.models.console.lines import Source
from ide.panels.console.presenter import ConsolePresenter
from ide.panels.wxml.panel import WxmlPanel
from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

SCRIPT = """Page({
  fail() { throw new Error('thrown'); },
  say() { console.log(new Error('said')); },
});
"""
PROJECT = {
    "project.config.json": '{"miniprogramRoot": "mini/"}',
    "mini/app.json": '{"pages": ["pages/index/index"]}',
    "mini/app.js": "App({})\n",
    "mini/pages/index/index.js": SCRIPT,
    "mini/pages/index/index.wxml": '<view class="a" bindtap="fail">a</view><view class="b" bindtap="say">b</view>\n',
}
JS = "mini/pages/index/index.js"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> WholeDesk:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(write_project(tmp_path / "project", PROJECT))
    return desk


def test_uncaught_errors_and_logs(desk: WholeDesk) -> None:
    desk.user.tap(".a")
    assert desk.user.error("thrown").stack[0].file == JS
    desk.user.tap(".b")
    said = desk.user.record("log", "said")
    assert said.stack[0].file == JS
    assert f'"{JS}"'.encode() in said.payload
    presenter = desk.console.presenter
    desk.wait(lambda: len(places_in(presenter)) == 2, "the places on the console")
    assert {place.file for place in places_in(presenter)} == {JS}
    presenter.click(0, places_in(presenter)[0])
    assert desk.bench.editor.active == JS


def places_in(presenter: ConsolePresenter) -> list[Source]:
    places = (presenter.place_of(index) for index in range(len(presenter.timeline)))
    return list(dict.fromkeys(place for place in places if place))


def test_the_verdict_and_the_tree_of_elements(desk: WholeDesk) -> None:
    (desk.bench.root / "mini/app.js").write_text("App({ another: 1 })\n")
    desk.wait(lambda: desk.verdict.startswith("Restarted: mini/app.js"), "the reason")
    wxml = desk.panel("wxml", WxmlPanel)
    desk.wait(lambda: len(wxml.tree.rows) >= 3, "the tree")
    wxml.tree.choose(wxml.tree.rows[1].path)
    desk.wait(lambda: wxml.details.source.text() == "index.wxml:1", "the place")
    assert "mini/pages/index/index.wxml:1" in wxml.details.source.toolTip()


def test_what_does_not_compile_and_what_does_not_run(desk: WholeDesk) -> None:
    script = desk.bench.root / JS
    script.write_text("throw new Error('at once');\n" + SCRIPT)
    desk.wait(lambda: "at once" in desk.user.overlay(), "the error over the phone")
    assert f"{JS}:1" in desk.user.overlay()
    script.write_text("let = ;\n")
    desk.wait(lambda: desk.window.status.errors.text() == "1", "the finding")
    assert desk.problems[0].file == JS
