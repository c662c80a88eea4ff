"""The tools of an agent, on a program that runs: what they tell, what they do, what they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.mcp_server.acting import ActingTools
from simulator.mcp_server.desk import Desk, Refused
from simulator.mcp_server.reading import ReadingTools
from simulator.testing.failure import TestFailure
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

SCRIPT = """Page({
  data: { count: 0, name: '' },
  add() {
    const next = this.data.count + 1
    this.setData({ count: next })
    console.log('added', next)
  },
  typed(event) { this.setData({ name: event.detail.value }) },
  ask() { wx.showModal({ title: 'sure?', success: (answer) => this.setData({ name: String(answer.confirm) }) }) },
  other() { wx.navigateTo({ url: '/pages/other/other' }) },
  keep() { wx.setStorageSync('kept', this.data.count) },
})
"""
MARKUP = """<view class="count">{{count}}</view><button class="add" bind:tap="add">Add</button>
<input class="name" bind:input="typed"/><button class="ask" bind:tap="ask">Ask</button>
<button class="other" bind:tap="other">Other</button>
"""
LINE_OF_SET_DATA = 5


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(
        tmp_path_factory.mktemp("projects") / "app",
        {
            "app.json": '{"pages": ["pages/home/home", "pages/other/other"]}',
            "pages/home/home.js": SCRIPT,
            "pages/home/home.wxml": MARKUP,
            "pages/other/other.js": "Page({})",
            "pages/other/other.wxml": "<view>other</view>",
        },
    )


@pytest.fixture(scope="module")
def opened(root: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = Desk([root.parent])
    ReadingTools(desk).open_project("app")
    yield desk
    desk.close()


@pytest.fixture
def looks(opened: Desk) -> ReadingTools:
    ActingTools(opened).restart()
    return ReadingTools(opened)


@pytest.fixture
def acts(looks: ReadingTools, opened: Desk) -> ActingTools:
    return ActingTools(opened)


def test_an_agent_sees_what_the_program_shows_and_holds(looks: ReadingTools) -> None:
    assert looks.status()["stack"] == ["pages/home/home"]
    assert looks.status()["declared_pages"] == ["pages/home/home", "pages/other/other"]
    assert '<view class="count">0</view>' in looks.tree()
    assert looks.find(".add")[0]["text"] == "Add"
    assert looks.data("count") == {"value": 0}
    assert looks.screenshot().startswith(b"\x89PNG")
    assert looks.diagnostics() == []
    assert looks.world("battery.level") == {"battery.level": 100}


def test_an_agent_uses_the_program_as_its_user_does(looks: ReadingTools, acts: ActingTools) -> None:
    acts.tap(".add")
    assert looks.data("count") == {"value": 1}
    assert [line["text"] for line in looks.logs()] == ["added 1"]
    assert looks.logs()[0]["place"] == "pages/home/home.js:6"
    acts.type_text(".name", "Anna")
    assert looks.data("name") == {"value": "Anna"}
    assert acts.tap(".ask")["dialogs"][0]["title"] == "sure?"
    assert acts.answer_dialog("confirm")["dialogs"] == []
    assert looks.data("name") == {"value": "true"}
    assert acts.tap("button", text="Other")["stack"] == ["pages/home/home", "pages/other/other"]
    assert acts.go_back()["stack"] == ["pages/home/home"]
    acts.call_method("keep")
    assert looks.storage() == {"kept": 1}
    assert acts.evaluate("page.data.count + 1") == {"value": 2}


def test_a_program_that_pauses_on_the_way_is_told_and_stepped(looks: ReadingTools, acts: ActingTools) -> None:
    made = acts.set_breakpoint("pages/home/home.js", LINE_OF_SET_DATA)
    try:
        assert made["bound"], made
        paused = acts.tap(".add")["paused"]
        assert (paused["frames"][0]["function"], paused["frames"][0]["line"]) == ("add", LINE_OF_SET_DATA)
        assert [scope["next"] for scope in acts.variables().values() if "next" in scope] == ["1"]
        assert acts.evaluate("next + 1") == {"value": "2"}
        assert acts.step()["paused"]["frames"][0]["line"] == LINE_OF_SET_DATA + 1
        assert "paused" not in acts.resume()
    finally:
        acts.remove_breakpoint(made["id"])
    assert looks.data("count") == {"value": 1}
    assert looks.breakpoints() == []


def test_a_saved_file_is_taken_up(root: Path, looks: ReadingTools, acts: ActingTools) -> None:
    file = root / "pages/home/home.wxml"
    try:
        file.write_text(MARKUP.replace("Add<", "Plus<"))
        assert looks.build()["findings"] == {}
        assert looks.find(".add")[0]["text"] == "Plus"
        file.write_text(MARKUP.replace("</button>", "", 1))
        assert looks.build()["findings"]["error"] == 1
        assert looks.diagnostics("error")[0]["file"] == "pages/home/home.wxml"
    finally:
        file.write_text(MARKUP)
        looks.build()


def test_what_cannot_be_done_says_why(looks: ReadingTools, acts: ActingTools) -> None:
    with pytest.raises(TestFailure, match="is not found"):
        acts.go_to("pages/none/none")
    with pytest.raises(Refused, match="not paused"):
        acts.resume()
    with pytest.raises(Refused, match="no request 77"):
        looks.response(77)
    with pytest.raises(TestFailure, match="nosuch"):
        acts.set_world({"nosuch.value": 1})


@pytest.mark.parametrize("project", ["..", "/", "app/../../elsewhere", "app/../.."])
def test_projects_elsewhere_are_not_opened(tmp_path: Path, project: str) -> None:
    with pytest.raises(Refused, match="lies outside"):
        ReadingTools(Desk([tmp_path / "projects"])).open_project(project)


def test_without_a_project_every_tool_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="call open_project first"):
        ReadingTools(Desk([tmp_path])).tree()
