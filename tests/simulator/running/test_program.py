"""A whole program between neighbours that a test speaks for: no Chromium, no process, real builds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec import Raw
from PySide6.QtWidgets import QApplication

from runtime.compiler.first_part import FEW
from runtime.protocol import automation, logic, shell, view
from runtime.protocol.version import WIRE_VERSION
from simulator.build.project_build import ProjectBuild
from simulator.data.folders import DATA_VARIABLE
from simulator.phone import PhoneView
from simulator.phone.protocol import Phone
from simulator.running.ends import Neighbours
from simulator.running.options import ProgramOptions
from simulator.running.program import RunningProgram
from simulator.session.arrival import Arrival
from tests.support.project_folder import write_project
from tests.support.qt_ends import delete_now
from tests.support.recording_neighbours import RecordingLink, RecordingPhone
from tests.support.waiting import wait_until

FILES = {
    "app.json": '{"pages": ["p/p", "q/q"]}',
    "app.js": "App({})",
    "p/p.wxml": "<view>p</view>",
    "p/p.js": "Page({})",
    "q/q.wxml": "<view>q</view>",
    "q/q.js": "Page({})",
}


class House:
    """A project's build service and the programs that run from it."""

    def __init__(self, root: Path, *, shows_page_first: bool = False) -> None:
        self.build = ProjectBuild(root, watches=False, shows_page_first=shows_page_first)
        self.programs: list[RunningProgram] = []
        self.told: list[tuple[int, str]] = []

    def program(self, **options: object) -> RunningProgram:
        number = len(self.programs)
        program = RunningProgram(self.build, ProgramOptions(**options), Neighbours(RecordingPhone, RecordingLink))  # type: ignore[arg-type]
        program.reloaded.connect(lambda verdict, _reason, _ms: self.told.append((number, verdict)))
        self.programs.append(program)
        return program

    def runs(self, path: str = "", **options: object) -> RunningProgram:
        """A program on its first page."""
        program = self.program(**options)
        program.launch(path)
        wait_until(lambda: program.state == "running", "the start", instead=lambda: program.state)
        self.paints(program)
        program.phone.heard()
        program._link.heard()
        return program

    def paints(self, program: RunningProgram) -> None:
        """The page on top is drawn."""
        program.phone.says(view.Rendered(program.page.page_id, 1))

    def close(self) -> None:
        for program in self.programs:
            program.close()
        self.build.close()
        delete_now(*self.programs, self.build)


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    house = House(write_project(tmp_path / "project", FILES))
    yield house
    house.close()


def names(messages: list[object]) -> list[str]:
    return [type(message).__name__ for message in messages]


def test_the_recording_phone_is_a_phone() -> None:
    members = {name for name in vars(Phone) if not name.startswith("_")}
    for kind in (RecordingPhone, PhoneView):
        assert members - {"device", "standstill"} <= set(dir(kind)), kind


def test_a_launch_tells_the_logic_process_first_and_then_the_phone(house: House) -> None:
    program = house.program()
    states: list[str] = []
    program.state_changed.connect(lambda state, _detail: states.append(state))
    assert (program.state, program.page, program.build) == ("stopped", None, None)
    program.launch("q/q", "a=1", Arrival(1007))
    wait_until(lambda: program.state == "running", "the start")
    assert states == ["starting", "running"]
    told = program._link.heard()
    assert names(told) == ["Launch", "DeviceChanged", "Route"]
    assert told[0].launch_options.scene == 1007
    assert [step.step for step in told[2].steps][:2] == ["app-launch", "app-show"]
    # All of the former run goes, then where the user is.
    assert names(program.phone.heard()) == ["CallShell", "CallShell", "OpenPage", "ShowPages"]
    assert (program.page.path, program.page.query) == ("q/q", {"a": "1"})


def test_what_is_no_project_says_so_and_starts_when_it_is_one(house: House) -> None:
    config = house.build.root / "app.json"
    config.rename(house.build.root / "away.json")
    program = house.program()
    findings: list[object] = []
    program.not_built.connect(findings.append)
    program.launch("q/q")
    wait_until(lambda: program.state == "stopped", "the refusal")
    assert len(findings) == 1
    assert [type(message.call) for message in program.phone.heard()] == [shell.ShowError]
    (house.build.root / "away.json").rename(config)
    program.save_hint(config)
    wait_until(lambda: program.state == "running", "the start")
    assert program.page.path == "q/q"


def test_a_save_is_taken_up_by_every_phone_of_the_project(house: House) -> None:
    programs = [house.runs(), house.runs("q/q")]
    write_project(house.build.root, {"p/p.wxml": "<view>other</view>"})
    programs[1].save_hint(house.build.root / "p/p.wxml")
    wait_until(lambda: all(program._link.told for program in programs), "the patches")
    for program in programs:
        (patch,) = program._link.heard()
        program._link.says(logic.Patched(patch.request_id, ok=True))
        (painted,) = program.phone.heard()
        program.phone.says(view.Reply(painted.request_id, Raw(b"null")))
    assert sorted(house.told[-2:]) == [(0, "template"), (1, "template")]
    assert [program.page.path for program in programs] == ["p/p", "q/q"]


def test_a_phone_that_comes_later_has_the_build_and_disturbs_nobody(house: House) -> None:
    first = house.runs()
    starts = first._link.starts
    second = house.program()
    assert second.build is first.build is house.build.result
    assert second.state == "stopped"
    second.launch()
    wait_until(lambda: second.state == "running", "the start")
    assert first._link.starts == starts
    assert first._link.heard() == []
    second.close()
    assert first.state == "running"


def test_two_phones_of_two_users_keep_their_data_apart(house: House) -> None:
    ann, usual = house.runs(user="ann"), house.runs()
    ann.folders.storage_file.write_text("of ann")
    assert not usual.folders.storage_file.exists()
    assert ann.build is usual.build


def test_questions_of_a_former_run_are_answered_by_nobody(house: House) -> None:
    program = house.runs()
    heard: list[object] = []
    program.evaluate("1", heard.append)
    (asked,) = program._link.heard()
    program.restart(keep_stack=True)
    program._link.says(logic.Evaluated(asked.request_id, Raw(b"1")))
    assert heard == []


def test_what_a_former_run_has_asked_of_the_phone_is_no_affair_of_the_new_one(house: House) -> None:
    program = house.runs()
    program._link.says(logic.ApiCall(7, "showModal", Raw(b'{"content": "of the former run"}'), program.page.page_id))
    (dialog,) = [message for message in program.phone.heard() if isinstance(message, view.CallShell)]
    program.restart(keep_stack=True)
    program._link.heard()
    program.phone.says(view.Reply(dialog.request_id, result=Raw(b'{"confirm": true}')))
    assert not [message for message in program._link.heard() if isinstance(message, logic.ApiResult)]


def test_a_restart_keeps_the_pages_or_begins_at_the_first(house: House) -> None:
    program = house.runs()
    assert program.route("navigateTo", "/q/q?b=2") is None
    program.restart(keep_stack=True)
    assert [(page.path, page.query) for page in program.session.pages.stack] == [("p/p", {}), ("q/q", {"b": "2"})]
    program.restart(keep_stack=False)
    assert [page.path for page in program.session.pages.stack] == ["p/p"]


def test_the_home_key_leads_out_and_back(house: House) -> None:
    program = house.runs()
    program.navigation.come_back()
    assert program._link.heard() == []
    program.navigation.leave()
    assert program.state == "background"
    assert names(program._link.heard()) == ["AskPage", "Route"]
    program.navigation.leave()
    assert program._link.heard() == []
    program.navigation.come_back()
    assert program.state == "running"


def test_a_dead_logic_process_is_replaced_on_the_same_page(house: House) -> None:
    program = house.runs("q/q")
    program._link.says(logic.Launched())
    starts = program._link.starts
    program._link.lost.emit("exit code 3")
    assert program._link.starts == starts + 1
    assert (program.state, program.page.path) == ("running", "q/q")
    program._link.says(logic.Launched())
    program._link.lost.emit("exit code 3")
    assert program._link.starts == starts + 1
    assert program.state == "crashed"


def test_a_phone_that_was_lost_is_told_everything_anew(house: House) -> None:
    program = house.runs("q/q")
    replies: list[view.Reply] = []
    program.automate(automation.Text("view"), replies.append)
    program.phone.heard()
    program.phone.crashed.emit("killed")
    assert replies[0].error
    program.automate(automation.Text("view"), replies.append)
    program.phone.dropped.emit()
    assert replies[1].error
    program.phone.says(view.ViewReady(WIRE_VERSION))
    assert names(program.phone.heard())[-2:] == ["OpenPage", "ShowPages"]
    assert program.page.path == "q/q"


def test_pages_in_a_circle_stop_the_process(house: House) -> None:
    program = house.runs()
    while not program._link.is_stopped:
        assert program.route("reLaunch", "/q/q") is None
    assert program.state == "stopped"


def test_messages_before_the_first_build_change_nothing(house: House) -> None:
    program = house.program()
    program.phone.says(view.ViewReady(WIRE_VERSION))
    program.phone.says(view.ShellEvent(shell.BackTouched()))
    program._link.says(logic.RouteDone([]))
    failure = program.route("navigateTo", "/q/q")
    assert failure is not None
    assert failure.reason == "no program is running"
    assert program._link.heard() == []


def test_a_closed_program_hears_of_no_build(house: House) -> None:
    program = house.runs()
    program.close()
    program._link.heard()
    assert program.state == "stopped"
    write_project(house.build.root, {"p/p.wxml": "<view>other</view>"})
    house.build.request()
    before = house.build.result
    wait_until(lambda: house.build.result is not before, "the build")
    assert program._link.heard() == []


@pytest.fixture
def large_house(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A project that is large enough to be built page by page."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    pages = [f"p{n}" for n in range(FEW + 2)]
    files = {"app.json": json.dumps({"pages": pages}), "app.js": "App({})"}
    for page in pages:
        files |= {f"{page}.wxml": f"<view>{page}</view>", f"{page}.js": "Page({})", f"{page}.wxss": ".a { top: 0 }"}
    house = House(write_project(tmp_path / "project", files), shows_page_first=True)
    yield house
    house.close()


def test_a_large_project_is_shown_before_it_is_built(large_house: House) -> None:
    program = large_house.program()
    program.launch("p7")
    wait_until(lambda: program.state == "running", "the start")
    launched = msgspec.json.decode(program._link.heard()[0].program)
    assert set(launched["scripts"]) == {"app.js", "p7.js"}
    assert len(launched["pages"]) == FEW + 2
    large_house.paints(program)
    wait_until(lambda: program.build is not None and program.build.lint_units is not None, "the advice")
    (patch,) = [message for message in program._link.heard() if isinstance(message, logic.Patch)]
    assert (patch.is_rest, patch.templates, patch.scripts) == (True, [], [])
    assert set(msgspec.json.decode(patch.program)["scripts"]) == {f"p{n}.js" for n in range(FEW + 2)} - {"p7.js"}
    assert program.build is not None
    assert program.build.part is None


def test_a_route_waits_for_its_page_and_for_no_other(large_house: House) -> None:
    program = large_house.runs()
    assert program.route("navigateTo", "/p9") is None
    assert program.page is not None
    assert program.page.path == "p0"
    wait_until(lambda: program.page is not None and program.page.path == "p9", "the route")
    names_told = [type(message).__name__ for message in program._link.heard()]
    assert names_told.index("Patch") < names_told.index("Route")
    (opened,) = [message for message in program.phone.heard() if isinstance(message, view.OpenPage)]
    assert [sheet.path for sheet in opened.styles] == ["p9.wxss"]


def test_a_save_comes_before_the_rest(large_house: House) -> None:
    program = large_house.runs()
    write_project(large_house.build.root, {"p0.wxml": "<view>new</view>"})
    program.save_hint(large_house.build.root / "p0.wxml")
    wait_until(lambda: any(isinstance(told, logic.Patch) for told in program._link.heard()), "the swap")
    large_house.paints(program)
    wait_until(lambda: program.build is not None and program.build.lint_units is not None, "the advice")
    assert program.build is not None
    assert program.build.part is None
    assert "new" in program.build.program["templates"]["p0.wxml"]["code"]
