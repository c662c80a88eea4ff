"""A recorded session in its window: to any moment and back, a breakpoint in the past, when data changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.appearance import Appearance
from ide.panels.app_data.panel import AppDataPanel
from ide.replay.app import open_recording
from ide.replay.window import ReplayWindow
from runtime.protocol import automation
from simulator.recording.form import BadRecording
from tests.e2e.conftest import OpenPhone
from tests.support.project_folder import write_project
from tests.support.recorded_session import recorded_session
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.browser, pytest.mark.window]
LEFT = Qt.MouseButton.LeftButton


def path_of(url: str) -> str:
    return urlsplit(url).path


class Watcher:
    """A person before the window of a recording."""

    def __init__(self, window: ReplayWindow) -> None:
        self.window = window
        self.bar = self.window.time_bar
        self.see_at(lambda at_ms: 0 < at_ms == self.bar.slider.maximum(), "the end")

    def see_at(self, is_there: Any, what: str) -> None:
        wait_until(lambda: is_there(self.window.program.at_ms), what)

    def data(self, name: str) -> Any:
        """A member of the data of the page on top, as AppData would get it."""
        answers: list[Any] = []
        self.window.program.inspect_page("data", lambda answer: answers.append(json.loads(bytes(answer.value))))
        wait_until(lambda: answers, "the data")
        return dict(answers[0]["props"])[name].get("v")

    def text(self, selector: str) -> str:
        """What the phone shows."""
        replies: list[Any] = []
        page = self.window.program.page
        assert page is not None
        self.window.program.phone_questions.automate(automation.Text(selector), page.page_id, replies.append)
        wait_until(lambda: replies, f"the text of {selector}")
        return str(json.loads(bytes(replies[0].result)))

    def go_before(self, kind: str, text: str = "") -> None:
        """Just before something happened."""
        at_ms = next(one.at_ms for one in reversed(self.bar.slider.marks) if one.kind == kind and text in one.text)
        self.bar.slider.setValue(at_ms - 1)
        self.see_at(lambda now_ms: now_ms == at_ms - 1, f"{kind} {text}")


@pytest.fixture
def watcher(open_phone: OpenPhone, tmp_path: Path) -> Iterator[Watcher]:
    watcher = Watcher(open_recording(recorded_session(open_phone, tmp_path).path, Appearance("dark", "en")))
    yield watcher
    watcher.window.close()


def test_to_any_moment_and_back(watcher: Watcher, qtbot: QtBot) -> None:
    assert (watcher.data("typed"), watcher.data("said"), watcher.data("ticks")) == ("hello", "Ann", 5)
    assert watcher.text("#said") == "Ann"
    assert [(one.key, one.value) for one in watcher.window.target.storage.entries()] == [("kept", '"yes"')]
    assert "/users.json" in [path_of(one.url) for one in watcher.window.target.network.exchanges()]
    watcher.go_before("touch", "tap")
    assert (watcher.data("typed"), watcher.data("said"), watcher.data("ticks")) == ("hello", "", 0)
    assert watcher.text("#said") == ""
    asked = [path_of(one.url) for one in watcher.window.target.network.exchanges()]
    assert ("/users.json" in asked, "/green.png" in asked) == (False, True)
    QTest.mouseClick(watcher.bar.buttons["next"], LEFT)
    watcher.see_at(lambda at_ms: at_ms > 0, "what came next")
    QTest.mouseClick(watcher.bar.buttons["start"], LEFT)
    watcher.see_at(lambda at_ms: at_ms == 0, "the beginning")
    assert watcher.window.program.page is None
    assert (watcher.window.target.storage.entries(), watcher.window.target.network.exchanges()) == ([], [])
    QTest.mouseClick(watcher.bar.buttons["play"], LEFT)
    watcher.see_at(lambda at_ms: at_ms == watcher.bar.slider.maximum(), "the end")
    assert watcher.data("said") == "Ann"
    assert not watcher.bar.is_playing


def test_when_data_changed_is_found_and_gone_to(watcher: Watcher) -> None:
    watcher.bar.path_box.setText("ticks")
    QTest.keyClick(watcher.bar.path_box, Qt.Key.Key_Return)
    wait_until(lambda: watcher.bar.moments.count() == 6, "the moments")
    assert [watcher.bar.moments.itemText(at).partition("   ")[2] for at in range(6)] == [
        "– → 0", "0 → 1", "1 → 2", "2 → 3", "3 → 4", "4 → 5",
    ]  # fmt: skip
    at_ms, _ = watcher.bar.moments.itemData(3)
    watcher.bar.moments.activated.emit(3)
    watcher.see_at(lambda now_ms: now_ms == at_ms, "the third beat")
    assert watcher.data("ticks") == 3


def test_keys_go_along_the_time_but_not_while_something_is_written(watcher: Watcher) -> None:
    window, bar = watcher.window, watcher.bar
    QTest.keyClick(bar.slider, Qt.Key.Key_Home)
    watcher.see_at(lambda at_ms: at_ms == 0, "the beginning")
    QTest.keyClick(bar.slider, Qt.Key.Key_Right)
    first = min(mark.at_ms for mark in bar.slider.marks if mark.at_ms > 0)
    watcher.see_at(lambda at_ms: at_ms == first, "what happened first")
    QTest.keyClicks(bar.path_box, "a b")
    QTest.keyClick(bar.path_box, Qt.Key.Key_Left)
    assert (bar.path_box.text(), bar.path_box.cursorPosition(), bar.is_playing) == ("a b", 2, False)
    assert window.program.at_ms == first
    QTest.keyClick(bar.slider, Qt.Key.Key_Space)
    assert bar.is_playing
    watcher.see_at(lambda at_ms: at_ms == bar.slider.maximum(), "the end")
    QTest.keyClick(bar.slider, Qt.Key.Key_Left)
    watcher.see_at(lambda at_ms: at_ms < bar.slider.maximum(), "what happened last")


def test_a_value_in_app_data_tells_when_it_changed(watcher: Watcher) -> None:
    window = watcher.window
    panel = window.panels["app_data"]
    assert isinstance(panel, AppDataPanel)
    window.tabs.setCurrentWidget(panel)
    wait_until(lambda: any(row.text().startswith("said") for row in panel.presenter.rows), "the data")
    at = next(at for at, row in enumerate(panel.presenter.rows) if row.text().startswith("said"))
    menu = panel.menu_at(panel.tree.visualRect(panel.tree.model().index(at, 0)).center())
    assert menu is not None
    menu.actions()[0].trigger()
    wait_until(lambda: watcher.bar.moments.count() == 2, "the moments")
    assert watcher.bar.moments.itemText(1).endswith('"" → "Ann"')


def test_a_breakpoint_in_the_past_holds_where_the_session_went_by(watcher: Watcher) -> None:
    window = watcher.window
    wait_until(lambda: window.sources.file, "the scripts")
    code = window.program.text_of("pages/a/a.js").split("\n")
    line = 1 + next(at for at, text in enumerate(code) if "said: data.name" in text)
    window.session.toggle("pages/a/a.js", line)
    wait_until(lambda: window.session.pause, "the pause")
    pause = window.session.pause
    assert pause is not None
    assert (pause.frames[0].file, pause.frames[0].line, pause.reason) == ("pages/a/a.js", line, "breakpoint")
    values: list[Any] = []
    window.target.debugger.evaluate(pause.frames[0].frame_id, "data.name", values.append)
    wait_until(lambda: values, "the value")
    assert (values[0].error, values[0].value.get("v")) == ("", "Ann")
    assert watcher.data("said") == ""
    window.session.go()
    watcher.see_at(lambda at_ms: at_ms == watcher.bar.slider.maximum(), "the end")
    wait_until(lambda: watcher.window.program.page is not None, "the page")
    assert watcher.data("said") == "Ann"
    assert window.program.debugger.pause_now is None


def test_a_file_that_is_no_recording_is_refused_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.hsrec"
    path.write_bytes(b"nothing")
    with pytest.raises(BadRecording, match="recording-none"):
        open_recording(path, Appearance("dark", "en"))


def test_a_session_of_the_open_project_is_recorded_and_opened(qtbot: QtBot, tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", {
        "app.json": json.dumps({"pages": ["pages/a/a"]}), "app.js": "App({})", "project.config.json": "{}",
        "pages/a/a.wxml": '<view id="more" bindtap="more">{{n}}</view>',
        "pages/a/a.js": "Page({ data: { n: 0 }, more() { this.setData({ n: this.data.n + 1 }); } })",
    })  # fmt: skip
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root)
    desk.user.tap("#more")
    before = desk.user.page_id
    action = desk.window.actions_by_name["record_session"]
    desk.window.recordings.record(desk.bench, tmp_path / "s.hsrec")
    assert action.isChecked()
    assert desk.window.toolbar.record.isChecked()
    desk.user.see_again(before, "pages/a/a")
    desk.user.tap("#more")
    desk.user.tap("#more")
    desk.user.see_text("#more", "2")
    QTest.mouseClick(desk.window.toolbar.record, LEFT)
    assert not action.isChecked()
    # The program goes on, unrecorded.
    desk.user.tap("#more")
    desk.user.see_text("#more", "3")
    window = desk.window.recordings.open(tmp_path / "s.hsrec")
    assert window is not None
    watcher = Watcher(window)
    assert watcher.data("n") == 2
    assert watcher.text("#more") == "2"
    window.close()


def test_what_cannot_be_recorded_or_opened_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", {"app.json": "{}", "app.js": "App({})"})
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.window.recordings.record(desk.bench, tmp_path / "nowhere" / "s.hsrec")
    assert not desk.window.actions_by_name["record_session"].isChecked()
    assert "cannot be recorded" in desk.user.errors()[-1]
    (tmp_path / "none.hsrec").write_bytes(b"nothing")
    for name in ("none.hsrec", "gone.hsrec"):
        assert desk.window.recordings.open(tmp_path / name) is None


def test_a_recording_that_was_cut_says_so_and_runs_nothing(open_phone: OpenPhone, tmp_path: Path) -> None:
    path = recorded_session(open_phone, tmp_path).path
    path.write_bytes(path.read_bytes()[:-20])
    window = open_recording(path, Appearance("dark", "en"))
    wait_until(lambda: "cut short" in window.time_bar.facts.text(), "the reason")
    assert not window.time_bar.slider.isEnabled()
    assert not window.program.program
    window.close()
