"""Breakpoints that come while the program runs: a real logic process, a phone that a test speaks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from runtime.protocol import logic, view
from simulator.build.project_build import ProjectBuild
from simulator.data.folders import DATA_VARIABLE
from simulator.debug.debugger import Breakpoint, BreakpointRequest, Evaluation, Pause, Script
from simulator.running.ends import Neighbours
from simulator.running.logic_link import LogicLink
from simulator.running.options import ProgramOptions
from simulator.running.program import RunningProgram
from tests.support.project_folder import write_project
from tests.support.qt_ends import delete_now
from tests.support.recording_neighbours import RecordingPhone
from tests.support.waiting import wait_until

FILES = {
    "app.json": '{"pages": ["p/p"]}',
    "app.js": "App({\n  word() {\n    return 'a'\n  },\n})",
    "p/p.wxml": "<view>{{n}}</view>",
    "p/p.js": """Page({
  data: { n: 0 },
  add(by) {
    const sum = this.data.n + by
    this.setData({ n: sum })
  },
})""",
}


class Desk:
    """A running program that is debugged, and what its debugger tells."""

    def __init__(self, root: Path) -> None:
        self.root = write_project(root, FILES)
        self.build = ProjectBuild(self.root, watches=False)
        self.program = RunningProgram(self.build, ProgramOptions(), Neighbours(RecordingPhone, LogicLink))
        self.debugger = self.program.debugger
        self.notices: list[str] = []
        self.pauses: list[Pause] = []
        self.resumes = 0
        self.program.recorder.subscribe(
            lambda records: self.notices.extend(record.code for record in records if record.kind == "notice")
        )
        self.leave = self.debugger.listen(self)
        self.start()

    def start(self) -> None:
        self.program.launch()
        wait_until(lambda: self.program.state == "running" and self.program.page is not None, "the start")
        self.paint()

    def paint(self) -> None:
        assert self.program.page is not None
        self.program.phone.says(view.Rendered(self.program.page.page_id, 1))

    def paused(self, pause: Pause) -> None:
        self.pauses.append(pause)

    def resumed(self) -> None:
        self.resumes += 1

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        pass

    def script_loaded(self, script: Script) -> None:
        pass

    def evaluate(self, code: str) -> list[logic.Evaluated]:
        """The list gets the answer when it comes."""
        told: list[logic.Evaluated] = []
        self.program.evaluate(code, told.append)
        return told

    def value(self, code: str) -> str:
        told = self.evaluate(code)
        wait_until(lambda: bool(told), code)
        return bytes(told[0].value).decode()

    def arm(self, file: str, line: int) -> None:
        self.debugger.set_breakpoints(file, [BreakpointRequest(line)])
        wait_until(lambda: any(one.is_debugged and one.file == file for one in self.debugger.scripts), f"{file} armed")

    def until_paused(self) -> Pause:
        wait_until(lambda: self.debugger.pause_now is not None, "a pause")
        return self.pauses[-1]

    def close(self) -> None:
        self.program.close()
        self.build.close()
        delete_now(self.program, self.build)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    desk = Desk(tmp_path / "project")
    yield desk
    desk.close()


def test_a_page_is_armed_with_its_state_and_paused(desk: Desk) -> None:
    desk.value("page.add(5)")
    desk.arm("p/p.js", 5)
    assert "debugger.restarted" not in desk.notices
    waiting = desk.evaluate("page.add(2); page.data.n")
    frame = desk.until_paused().frames[0]
    assert (frame.function, frame.file, frame.line) == ("add", "p/p.js", 5)
    told: list[Evaluation] = []
    desk.debugger.evaluate(frame.frame_id, "sum", told.append)
    wait_until(lambda: bool(told), "the sum")
    assert told[0].value == {"t": "number", "v": 7}
    desk.debugger.set_variable(frame.scopes[0].object_id, "sum", "by * 50", told.append)
    wait_until(lambda: len(told) == 2, "the variable to be set")
    assert told[1].error == "TypeError: 'sum' is read-only"
    desk.debugger.resume()
    wait_until(lambda: bool(waiting), "the program to go on")
    assert bytes(waiting[0].value) == b'{"t":"number","v":7}'


def test_where_state_cannot_be_kept_the_program_starts_again_and_says_why(desk: Desk) -> None:
    desk.arm("app.js", 3)
    assert "debugger.restarted" in desk.notices
    desk.paint()
    desk.evaluate("app.word()")
    assert desk.until_paused().frames[0].file == "app.js"


def test_a_restart_and_a_save_end_a_pause_or_wait_for_its_end(desk: Desk) -> None:
    desk.arm("p/p.js", 4)
    desk.evaluate("page.add(1)")
    desk.until_paused()
    (desk.root / "p/p.js").write_text(FILES["p/p.js"].replace("+ by", "+ by * 10"), "utf-8")
    desk.program.save_hint(desk.root / "p/p.js")
    desk.debugger.resume()
    wait_until(lambda: desk.debugger.pause_now is None, "the program to go on")
    desk.evaluate("page.add(1)")
    desk.until_paused()
    desk.program.restart(keep_stack=True)
    assert desk.debugger.pause_now is None
    assert desk.resumes == 2


def test_when_the_last_listener_leaves_the_program_goes_on(desk: Desk) -> None:
    desk.arm("p/p.js", 4)
    waiting = desk.evaluate("page.add(1)")
    desk.until_paused()
    desk.leave()
    wait_until(lambda: bool(waiting), "the program to go on")
    assert desk.value("page.data.n") == '{"t":"number","v":1}'


def test_a_paused_program_is_closed(desk: Desk) -> None:
    desk.arm("p/p.js", 4)
    desk.evaluate("page.add(1)")
    desk.until_paused()
    desk.program.close()
    assert desk.resumes == 1


def test_a_file_that_has_gone_has_no_breakpoints_any_more(desk: Desk) -> None:
    (one,) = desk.debugger.set_breakpoints("p/gone.js", [BreakpointRequest(1)])
    wait_until(lambda: "does not use" in desk.debugger.breakpoints[0].message, "why it stands nowhere")
    assert not desk.debugger.breakpoints[0].verified
    assert one.id == desk.debugger.breakpoints[0].id
