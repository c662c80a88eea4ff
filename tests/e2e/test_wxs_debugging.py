"""wxs that runs in the page is debugged: it stands still, is looked into and changed, steps and goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from runtime.protocol import automation
from simulator.bridge.preview import Preview, members, plain_text
from simulator.debug.debugger import Breakpoint, BreakpointRequest, Evaluation, Pause, Script
from simulator.running.headless import HeadlessProgram, headless_program
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

PATIENCE_S = 60.0
TOOLS, SIZES, TEMPLATE = "p/tools.wxs", "p/sizes.wxs", "p/p.wxml"
FILES = {
    "app.json": '{"pages": ["p/p"]}',
    "app.js": "App({})",
    TEMPLATE: """<wxs src="./tools.wxs" module="tools"/>
<wxs module="own">
function noted(now, before) {
  return now + before
}
module.exports = { noted: noted }
</wxs>
<view class="box" bindtap="{{tools.tapped}}" data-by="2" change:n="{{own.noted}}" n="{{n}}">box</view>
<view class="add" bindtap="add">add</view>
""",
    "p/p.js": "Page({ data: { n: 1 }, add() { this.setData({ n: this.data.n + 1 }) }, told(e) { this.heard = e } })",
    TOOLS: """var sizes = require('./sizes.wxs')
var count = 0
function tapped(event, owner) {
  count = count + 1
  var width = sizes.doubled(count)
  event.instance.setStyle({ width: width + 'px' })
  owner.callMethod('told', { width: width })
  return false
}
module.exports = { tapped: tapped }
""",
    SIZES: """module.exports.doubled = function (n) {
  return n * 2
}
""",
}


class Desk:
    """A program whose debugger a test listens to."""

    def __init__(self, driver: HeadlessProgram) -> None:
        self.driver = driver
        self.debugger = driver.program.debugger
        self.pauses: list[Pause] = []
        self.logged: list[str] = []
        self.unsubscribe = driver.program.recorder.subscribe(
            lambda records: self.logged.extend(record.title for record in records)
        )
        self.leave = self.debugger.listen(self)

    def close(self) -> None:
        for file in (TOOLS, SIZES, TEMPLATE):
            self.debugger.set_breakpoints(file, [])
        self.debugger.set_exception_pauses(caught=False, uncaught=False)
        self.debugger.set_event_breakpoints([])
        self.leave()
        self.unsubscribe()
        self.wait(lambda: self.debugger.pause_now is None, "the program to go on")

    def paused(self, pause: Pause) -> None:
        self.pauses.append(pause)

    def resumed(self) -> None: ...
    def breakpoint_changed(self, breakpoint: Breakpoint) -> None: ...
    def script_loaded(self, script: Script) -> None: ...

    def wait(self, condition: Callable[[], object], what: str) -> None:
        self.driver.until(lambda: bool(condition()), what, PATIENCE_S)

    def stop_at(self, file: str, *lines: int, **more: str) -> None:
        self.debugger.set_breakpoints(file, [BreakpointRequest(line, **more) for line in lines])
        self.settle()
        assert all(one.verified for one in self.debugger.breakpoints)

    def settle(self) -> None:
        """What the program is asked is answered in order: then it has heard all that was said before."""
        answers: list[object] = []
        self.debugger.possible_locations(TOOLS, 1, 1, answers.append)
        self.wait(lambda: answers, "an answer")

    def tap(self, selector: str) -> None:
        self.driver.program.automate(automation.Tap(selector=selector), lambda _reply: None)

    def next_pause(self) -> Pause:
        self.wait(lambda: self.pauses, "a pause")
        return self.pauses.pop(0)

    def evaluate(self, code: str, frame: int = 1) -> str:
        told: list[Evaluation] = []
        self.debugger.evaluate(frame, code, told.append)
        self.wait(lambda: told, "the value")
        return told[0].error or plain_text([told[0].value])

    def members(self, object_id: int) -> dict[str, str]:
        told: list[Preview | None] = []
        self.debugger.members(object_id, 0, told.append)
        self.wait(lambda: told, "the members")
        assert told[0] is not None
        return {name: plain_text([value]) for name, value in members(told[0])}


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HeadlessProgram]:
    with headless_program(write_project(tmp_path_factory.mktemp("wxs") / "project", FILES)) as driver:
        driver.launch(timeout_s=PATIENCE_S)
        yield driver


@pytest.fixture
def desk(driver: HeadlessProgram) -> Iterator[Desk]:
    desk = Desk(driver)
    yield desk
    desk.close()


def places(pause: Pause) -> list[tuple[str, str, int]]:
    return [(frame.function, frame.file, frame.line) for frame in pause.frames]


def test_a_handler_stands_is_changed_and_goes_on(desk: Desk) -> None:
    desk.stop_at(TOOLS, 5)
    desk.tap(".box")
    pause = desk.next_pause()
    assert places(pause) == [("tapped", TOOLS, 5)]
    local = desk.members(pause.frames[0].scopes[0].object_id)
    assert {"event", "owner", "width"} <= local.keys()
    assert desk.evaluate("count + event.currentTarget.dataset.by") == "12"
    assert desk.evaluate("count = 20") == "20"
    desk.debugger.step("into")
    assert places(desk.next_pause()) == [("doubled", SIZES, 2), ("tapped", TOOLS, 5)]
    desk.debugger.step("out")
    assert places(desk.next_pause())[0] == ("tapped", TOOLS, 6)
    assert desk.evaluate("width") == "40"
    desk.debugger.resume()
    desk.wait(lambda: desk.debugger.pause_now is None, "the program to go on")


def test_a_change_observer_in_a_template_stands_while_the_logic_layer_goes_on(desk: Desk) -> None:
    desk.stop_at(TEMPLATE, 4)
    desk.tap(".add")
    pause = desk.next_pause()
    assert places(pause) == [("noted", TEMPLATE, 4)]
    assert desk.evaluate("[now, before]") in ("[2, 1]", "(2) [2, 1]")
    assert desk.evaluate("page.data.n", frame=0) == "2"
    assert "ended" in desk.evaluate("while (1) {}")


def test_conditions_logpoints_and_hit_counts_count(desk: Desk) -> None:
    desk.stop_at(TOOLS, 4, condition="event.type === 'never'")
    desk.stop_at(SIZES, 2, log_message="doubled {n}")
    desk.tap(".box")
    desk.wait(lambda: any(line.startswith("doubled ") for line in desk.logged), "the line of the logpoint")
    desk.stop_at(SIZES, 2, hit_condition="% 2")
    assert desk.pauses == []
    desk.tap(".box")
    desk.tap(".box")
    assert places(desk.next_pause())[0] == ("doubled", SIZES, 2)


def test_an_event_pauses_where_wxs_handles_it(desk: Desk) -> None:
    desk.debugger.set_event_breakpoints(["tap"])
    desk.settle()
    desk.tap(".box")
    pause = desk.next_pause()
    assert (pause.reason, pause.description, places(pause)) == ("event", "tap", [("tapped", TOOLS, 4)])


def test_run_to_here_and_what_nobody_catches(desk: Desk) -> None:
    desk.stop_at(TOOLS, 4)
    desk.tap(".box")
    desk.next_pause()
    desk.debugger.run_to(TOOLS, 7)
    pause = desk.next_pause()
    assert (pause.reason, places(pause)[0]) == ("step", ("tapped", TOOLS, 7))
    desk.debugger.set_breakpoints(TOOLS, [])
    desk.debugger.set_exception_pauses(caught=False, uncaught=True)
    desk.evaluate("owner = null")
    desk.debugger.resume()
    pause = desk.next_pause()
    assert (pause.reason, pause.is_uncaught, places(pause)[0]) == ("exception", True, ("tapped", TOOLS, 7))
    assert "null" in pause.description


def test_a_listener_that_leaves_and_a_start_anew_let_the_page_go(desk: Desk) -> None:
    desk.stop_at(TOOLS, 4)
    desk.tap(".box")
    desk.next_pause()
    desk.driver.program.restart(keep_stack=True)
    desk.wait(lambda: desk.driver.is_page_drawn() and desk.driver.program.state == "running", "the next run's page")
    desk.tap(".box")
    assert places(desk.next_pause())[0] == ("tapped", TOOLS, 4)
    desk.leave()
    answers: list[object] = []
    desk.driver.program.automate(automation.Text(selector=".add"), answers.append)
    desk.wait(lambda: answers, "the page to answer")
