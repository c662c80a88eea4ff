"""A program that loops or dies while clients drive it: their requests fail, the server and the next run are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.automation.driver import Driver, Failure
from simulator.automation.protocol.desk import Desk
from simulator.automation.protocol.server import AutomationServer
from simulator.bridge import silence
from simulator.running.headless import HeadlessProgram, headless_program
from tests.support.automation_client import AutomationClient
from tests.support.driven_program import FILES
from tests.support.logic_processes import logic_processes
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("short_patience")]
LOOP = "() => { for (;;); }"


@pytest.fixture
def running(qapp_cls: type, qtbot: QtBot, data_folder: Path, tmp_path: Path) -> Iterator[HeadlessProgram]:
    with headless_program(write_project(tmp_path / "shop", FILES)) as running:
        running.launch(timeout_s=60)
        wait_until(lambda: running.program.has_warm_spare, "the spare process")
        yield running


@pytest.fixture
def server(running: HeadlessProgram) -> Iterator[AutomationServer]:
    def no_audit(done: object) -> None:
        raise AssertionError("nobody asks for it here")

    server = AutomationServer(running.program, Desk(lambda: "3.0.0", list, lambda: None, no_audit), patience_ms=1500)
    yield server
    server.close()


def test_an_endless_loop_fails_its_request_and_the_next_run_is_driven(server: AutomationServer) -> None:
    client, other = AutomationClient(server.port), AutomationClient(server.port)
    client.ask("App.addBinding", name="mine")
    box = client.element(".box")
    looping = client.send("App.callFunction", functionDeclaration=LOOP, args=[])
    beside = other.send("Page.getData", pageId=box["pageId"])
    # Whatever comes first: the deadline of the request, or the end of the run.
    for one, number in ((client, looping), (other, beside)):
        assert one.reply(number)["error"]["message"] in ("timeout", "Remote debug connection lost")
    assert other.ask("Tool.getInfo")
    wait_until(lambda: client.events("App.initialized") and other.events("App.initialized"), "the next run")
    assert client.events("App.initialized") == [{"from": "devtools"}]
    assert client.refused("Element.tap", **box) == "page destroyed"
    client.ask("Element.tap", **client.element(".box"))
    assert client.ask("Page.getData", path="name", **client.page()) == {"data": "hit 7"}
    assert client.ask("App.callFunction", functionDeclaration="() => typeof mine", args=[]) == {"result": "undefined"}


def test_a_process_that_is_killed_in_mid_call_comes_back(running: HeadlessProgram, server: AutomationServer) -> None:
    client = AutomationClient(server.port)
    waits = "() => new Promise(() => {})"
    number = client.send("App.callFunction", functionDeclaration=waits, args=[])
    client.ask("App.callFunction", functionDeclaration="() => 1", args=[])
    for process in logic_processes():
        process.kill()
    assert client.reply(number)["error"]["message"] == "Remote debug connection lost"
    wait_until(lambda: client.events("App.initialized"), "the next run")
    assert client.ask("App.getCurrentPage")["path"] == "pages/a/a"


def test_a_program_that_cannot_be_brought_back_says_so(
    qapp_cls: type, qtbot: QtBot, data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It never begins to answer: however early that is noticed, it is true.
    monkeypatch.setattr(silence, "HANG_AFTER_S", 1)
    files = {**FILES, "pages/a/a.js": "Page({ onLoad() { for (;;); } })"}
    with headless_program(write_project(tmp_path / "endless", files)) as running:
        driver = Driver(running.program)
        outcomes: list[object] = []
        driver.when_ready(outcomes.append)
        running.program.launch()
        wait_until(lambda: outcomes, "the end of the waiting", 120)
        driver.when_ready(outcomes.append)
        late = Driver(running.program)
        late.when_ready(outcomes.append)
        assert [isinstance(one, Failure) and "hangs" in one.reason for one in outcomes] == [True, True, True]
        late.close()
        driver.close()
