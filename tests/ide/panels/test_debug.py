"""The Debug panel: rows of its presenter, and its widget under clicks and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.debug_session import UserBreakpoint
from ide.panels.debug.panel import DebugPanel
from ide.panels.debug.presenter import DebugPresenter
from simulator.bridge.preview import Preview
from simulator.debug.debugger import Evaluation, Frame, Pause, Scope
from tests.support.debug_target import FakeDesk

FILE = "pages/a.js"
SCOPES = (Scope("local", "", 21), Scope("closure", "list", 22), Scope("module", "", 23))
FRAMES = (
    Frame(2, "tap", FILE, 7, 5, SCOPES, {"t": "object", "id": 9, "more": True}),
    Frame(3, "", "b.js", 9, 1, is_async=True),
)
PAUSE = Pause("breakpoint", FRAMES)
LOCALS: Preview = {
    "t": "object", "id": 21,
    "props": [["n", {"t": "number", "v": 3}], ["user", {"t": "object", "id": 30, "more": True}]],
}  # fmt: skip


def presenter_of(desk: FakeDesk) -> DebugPresenter:
    desk.target.debugger.member_lists = {
        (21, 0): LOCALS,
        (30, 0): {"t": "object", "id": 30, "props": [["name", {"t": "string", "v": "Mei"}]]},
    }
    return DebugPresenter(desk.panel_desk)


def test_a_pause_tells_its_calls_and_the_variables_of_the_inner_scope() -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    assert presenter.lines() == ["The program runs."]
    desk.target.debugger.stop(PAUSE)
    assert presenter.lines() == [
        "Paused at a breakpoint",
        "tap  a.js:7 ",
        "(anonymous)  b.js:9 waits",
        "this: {…}",
        "Local",
        "  n: 3",
        "  user: {…}",
        "Closure (list)",
        "Module",
    ]


def test_an_exception_stands_first() -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    thrown: Preview = {"t": "string", "v": "oh"}
    desk.target.debugger.stop(Pause("exception", (FRAMES[1],), "oh", exception=thrown, is_uncaught=True))
    assert presenter.status == "Paused on an exception: oh (nobody catches it)"
    assert presenter.variables[0].text() == "exception: 'oh'"


def test_what_was_opened_stays_open_at_the_next_pause() -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    desk.target.debugger.stop(PAUSE)
    presenter.toggle_variable(("local 0", "user"))
    assert "    name: 'Mei'" in presenter.lines()
    desk.target.debugger.go_on()
    desk.target.debugger.stop(PAUSE)
    assert "    name: 'Mei'" in presenter.lines()
    presenter.toggle_variable(("local 0",))
    assert "  n: 3" not in presenter.lines()


def test_a_variable_gets_the_value_of_source_text() -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    desk.target.debugger.evaluations[(0, "n + 1")] = Evaluation({"t": "number", "v": 4})
    desk.target.debugger.stop(PAUSE)
    presenter.toggle_variable(("local 0", "user"))
    assert presenter.variables
    presenter.edit_variable(("local 0", "n"), "n + 1")
    presenter.edit_variable(("local 0", "user", "name"), "oops")
    asked = [one for one in desk.target.debugger.asked if one[0] == "set_variable"]
    assert asked == [("set_variable", 21, "n", "n + 1"), ("set_variable", 30, "name", "oops")]
    assert desk.said == ["Not done: ReferenceError: not laid down"]


def test_watches_are_asked_in_the_frame_and_tell_errors() -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    desk.target.debugger.evaluations[(2, "n * 2")] = Evaluation({"t": "number", "v": 6})
    desk.target.debugger.stop(PAUSE)
    presenter.add_watch(" n * 2 ")
    presenter.add_watch("m")
    assert [row.text() for row in presenter.watches] == ["n * 2: 6", "m: ReferenceError: not laid down"]
    presenter.edit_watch(("m",), "")
    assert [row.text() for row in presenter.watches] == ["n * 2: 6"]


def test_breakpoints_say_what_they_wait_for_and_why_they_are_not_bound() -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    desk.target.debugger.lines[FILE] = [4]
    desk.debugging.put(UserBreakpoint(FILE, 4, condition="n > 1", hit_condition="5"))
    desk.debugging.toggle(FILE, 9)
    assert [words for _, words in presenter.breakpoints] == [
        "a.js:4  if n > 1  hits 5  pages", "a.js:9  no statement follows  pages",
    ]  # fmt: skip
    one = desk.debugging.breakpoints[0].user
    desk.debugging.ask_text(one, "log_message", lambda _question, _written, answered: answered(" {n} "))
    assert presenter.breakpoints[0][1] == "a.js:4  if n > 1  hits 5  log {n}  pages"


def test_names_of_apis_and_paths_are_read_as_people_write_them() -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    presenter.pause_on_apis("wx.request,  setStorage")
    presenter.pause_on_data("user.name list[0]")
    assert desk.debugging.kept.apis == ("request", "setStorage")
    presenter.pause_on_events("bindtap, capture-catch:change onLoad catch")
    assert desk.debugging.kept.data_paths == ("user.name", "list[0]")
    assert desk.debugging.kept.events == ("tap", "change", "onLoad", "catch")


def test_the_widget_under_clicks_and_keys(qtbot: QtBot) -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    panel = DebugPanel(presenter, desk.appearance)
    qtbot.addWidget(panel)
    panel.resize(900, 260)
    panel.show()
    desk.debugging.toggle(FILE, 4)
    assert not panel.buttons["over"].isEnabled()
    desk.target.debugger.stop(PAUSE)
    assert [row.text() for row in panel.frames.rows] == ["tap  a.js:7 ", "(anonymous)  b.js:9 waits"]
    QTest.keyClicks(panel.new_watch, "n")
    QTest.keyClick(panel.new_watch, Qt.Key.Key_Return)
    assert desk.debugging.kept.watches == ("n",)
    panel.frames.setCurrentIndex(panel.frames.model().index(1, 0))
    assert desk.debugging.frame == FRAMES[1]
    panel.breakpoints.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not desk.debugging.breakpoints[0].user.is_on
    panel.exceptions.activated.emit(2)
    assert desk.debugging.kept.exceptions == "all"
    QTest.mouseClick(panel.buttons["active"], Qt.MouseButton.LeftButton)
    assert not desk.debugging.are_active
    QTest.mouseClick(panel.buttons["over"], Qt.MouseButton.LeftButton)
    assert ("step", "over") in desk.target.debugger.asked
    desk.target.debugger.stop(PAUSE)
    QTest.mouseClick(panel.buttons["go"], Qt.MouseButton.LeftButton)
    assert desk.target.debugger.pause_now is None
    menu = panel.breakpoints.menu_of(desk.debugging.breakpoints[0].user)
    menu.actions()[-1].trigger()
    assert desk.debugging.breakpoints == []
