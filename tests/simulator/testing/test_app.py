"""The program as a whole in a test's hands, and that each test finds it clean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.api.dialog_answers import DialogAnswers
from simulator.bridge import silence
from simulator.testing.app import App
from simulator.testing.expectations import expect
from simulator.testing.failure import DeadlineFailure, ProgramFailure, TestFailure
from simulator.testing.network import Route
from simulator.testing.programs import Programs
from simulator.testing.settings import RunSettings
from tests.support.tested_project import make_tested_project

NOTE = ".note"


def test_what_a_page_stores_as_it_is_left_is_not_there_for_the_next_test(
    tea: App, programs: Programs, settings: RunSettings
) -> None:
    tea.page.evaluate("() => { this.onUnload = () => wx.setStorageSync('left', 1) }")
    assert dict(programs.app(settings).storage) == {}


def test_code_is_evaluated_in_the_program(tea: App) -> None:
    assert tea.evaluate("getApp().globalData.visits + 1") == 1
    assert tea.evaluate("(a, b) => ({ sum: a + b })", 1, 2) == {"sum": 3}
    assert tea.evaluate("async () => { await null; return [undefined, 'x'] }") == [None, "x"]
    assert tea.evaluate("[1, 2].map((n) => n * 2)") == [2, 4]
    assert tea.page.evaluate("page.data.items.length + this.data.items.length") == 4
    assert tea.call_wx("canIUse", "request") is True
    with pytest.raises(TestFailure, match="nothing is not defined"):
        tea.evaluate("nothing.at.all")
    with pytest.raises(TestFailure, match="only a function takes arguments"):
        tea.evaluate("1 + 1", 2)


def test_storage_is_seeded_read_and_there_from_the_first_line_on(tea: App) -> None:
    tea.storage["cart"] = {"n": 2}
    assert tea.storage["cart"] == {"n": 2}
    assert dict(tea.storage) == {"cart": {"n": 2}}
    del tea.storage["cart"]
    assert "cart" not in tea.storage
    tea.restart(storage={"token": "abc"})
    assert tea.evaluate("getApp().globalData.token") == "abc"
    expect(tea).to_have_storage({"token": "abc"})


def test_the_next_test_finds_nothing_of_this_one(programs: Programs, settings: RunSettings) -> None:
    tea = programs.app(settings)
    tea.storage["left"] = 1
    tea.evaluate("() => { getApp().globalData.visits = 9; getApp().globalData.more = 1 }")
    tea.world["battery.level"] = 5
    tea.device.rotate()
    tea.network.mock("scanCode", {"result": "x"})
    tea.clock.install(0)
    tea.page.navigate_to("pages/detail/detail", {"id": 1})
    again = programs.app(settings)
    assert again is tea
    assert dict(again.storage) == {}
    assert again.evaluate("getApp().globalData") == {"visits": 0, "token": ""}
    assert again.world["battery.level"] != 5
    assert again.device.orientation == "portrait"
    assert again.evaluate("Date.now()") > 1e12
    assert [page.path for page in again.pages] == ["pages/list/list"]


def test_world_values_and_the_phone(tea: App) -> None:
    tea.world["battery.level"] = 5
    assert tea.call_wx("getBatteryInfoSync")["level"] == 5
    with pytest.raises(TestFailure, match=r"battery\.level"):
        tea.world["battery.level"] = "much"
    with pytest.raises(TestFailure, match="nonsense"):
        tea.world["nonsense"] = 1
    tea.device.use("iPhone X")
    tea.device.change(theme="dark")
    assert (tea.device.model, tea.device.theme) == ("iPhone X", "dark")
    assert tea.call_wx("getWindowInfo")["screenWidth"] == tea.device.width
    with pytest.raises(TestFailure, match="Walkman"):
        tea.device.use("Walkman")


def test_dialogs_are_answered(tea: App) -> None:
    tea.page.call("ask")
    dialog = tea.dialogs.wait("Sure?")
    assert (dialog.title, dialog.content) == ("Sure?", "All of it")
    dialog.confirm()
    expect(tea.page.locator(NOTE)).to_have_text("true")
    tea.page.call("ask")
    tea.dialogs.wait().cancel()
    expect(tea.page.locator(NOTE)).to_have_text("false")
    tea.page.call("choose")
    sheet = tea.dialogs.wait("Green")
    with pytest.raises(TestFailure, match="'Oolong' is none of"):
        sheet.choose("Oolong")
    sheet.choose("Green")
    expect(tea.page.locator(NOTE)).to_have_text("1")
    with pytest.raises(DeadlineFailure, match="none is open"):
        tea.dialogs.wait(timeout=0.01)


def test_requests_are_seen_answered_and_refused(tea: App) -> None:
    tea.network.fulfill("https://tea.test/*", json={"name": "Mint"}, status=201)
    tea.page.call("fetch")
    expect(tea.page.locator(NOTE)).to_have_text("201 Mint")
    request = tea.network.wait_for_request("*/list?*", method="get")
    assert (request.url, request.method) == ("https://tea.test/list?page=1", "GET")
    tea.network.abort("*page=1", "timeout")
    tea.page.call("fetch")
    expect(tea.page.locator(NOTE)).to_have_text("request:fail timeout")

    def answer(route: Route) -> None:
        route.fulfill(json={"name": route.request.method})

    tea.network.route("*page=1", answer)
    tea.page.call("fetch")
    expect(tea.page.locator(NOTE)).to_have_text("200 GET")
    with pytest.raises(DeadlineFailure, match="no request to '/coffee'") as failure:
        tea.network.wait_for_request("/coffee", timeout=0.01)
    assert "GET https://tea.test/list?page=1" in str(failure.value)


def test_a_handler_that_fails_gives_the_program_an_answer_and_is_told(tea: App) -> None:
    def answer(_route: Route) -> None:
        raise ValueError("not like this")

    tea.network.route("*", answer)
    tea.page.call("fetch")
    expect(tea.page.locator(NOTE)).to_contain_text("the test's handler failed: not like this")
    assert [str(problem) for problem in tea.network.problems] == ["not like this"]


def test_other_functions_of_wx_are_mocked(tea: App) -> None:
    tea.network.mock("scanCode", lambda args: {"result": str(args.get("scanType"))})
    assert tea.evaluate("wx.scanCode({ scanType: ['qrCode'] }).then((r) => r.result)") == "['qrCode']"
    tea.network.mock("wx.login", fail="no network")
    with pytest.raises(TestFailure, match="login:fail no network"):
        tea.call_wx("login")
    with pytest.raises(TestFailure, match="answered by routes"):
        tea.network.mock("request", {})


def test_the_clock_stands_still_until_it_is_advanced(tea: App) -> None:
    tea.clock.install("2026-01-01T10:05:00+00:00")
    assert tea.evaluate("new Date().toISOString()") == "2026-01-01T10:05:00.000Z"
    assert tea.evaluate("new Date(0).getTime() + Date.UTC(1970, 0, 2)") == 86_400_000
    assert tea.evaluate("new Date() instanceof Date && typeof Date() === 'string'") is True
    tea.page.call("clock")
    tea.clock.advance(59_999)
    assert tea.page.data("note") == ""
    tea.clock.advance(1)
    expect(tea.page.locator(NOTE)).to_have_text("1 at 6")
    tea.clock.advance(180_000)
    expect(tea.page.locator(NOTE)).to_have_text("4 at 9")
    order = """() => new Promise((resolve) => {
      const seen = []
      setTimeout(() => { seen.push('b'); Promise.resolve().then(() => seen.push('then')) }, 10)
      setTimeout(() => seen.push('a'), 5)
      const gone = setTimeout(() => seen.push('never'), 6)
      clearTimeout(gone)
      setTimeout((word) => { seen.push(word); setTimeout(() => resolve(seen), 0) }, 10, 'c')
      handset = undefined
    })"""
    tea.page.evaluate("() => { this.order = (" + order.replace("handset = undefined", "") + ")() }")
    tea.clock.advance(10)
    assert tea.page.evaluate("this.order") == ["a", "b", "then", "c"]
    tea.clock.uninstall()
    assert tea.evaluate("Date.now()") > 1_700_000_000_000


def test_what_the_program_throws_is_told(tea: App) -> None:
    with tea.expect_error("broken"):
        tea.evaluate("() => { setTimeout(() => { throw new Error('broken') }, 0) }")
    assert tea.unexpected_errors == []
    tea.evaluate("() => { setTimeout(() => { throw new Error('again') }, 0) }")
    tea.run.eventually(lambda: len(tea.errors) == 2, 30)
    assert [error.rpartition(": ")[2] for error in tea.unexpected_errors] == ["again"]
    with pytest.raises(TestFailure, match="was to throw 'x'"), tea.expect_error("x"):
        tea.evaluate("() => { setTimeout(() => { throw new Error('other') }, 0) }")


def test_console_toast_background(tea: App) -> None:
    tea.evaluate("console.warn('hot', { n: 1 })")
    expect(tea).to_have_logged("hot", level="warn")
    tea.evaluate("() => { wx.showToast({ title: 'Added' }) }")
    expect(tea).to_have_toast("Added")
    expect(tea).not_.to_have_toast("Gone")
    tea.hide()
    tea.show()
    assert tea.page.path == "pages/list/list"


def test_an_endless_loop_fails_in_its_time_and_the_next_test_has_a_program(
    programs: Programs, settings: RunSettings
) -> None:
    tea = programs.app(settings)
    tea.run.until(lambda: tea.run.program.has_warm_spare, "a spare process", 60)
    tea.evaluate("() => { setTimeout(() => { while (true) {} }, 0) }")
    with pytest.raises(DeadlineFailure, match=r"waited 0\.2 s for an answer"):
        tea.run.ask(object, lambda done: tea.run.program.evaluate("1", done), "an answer", 0.2)
    assert tea.run.is_spoiled
    assert programs.app(settings).page.data("items[0].name") == "Assam"


def test_what_tests_wish_otherwise_needs_no_further_program(programs: Programs, settings: RunSettings) -> None:
    tea = programs.app(settings)
    wished = replace(settings, device="iPhone X", theme="dark", world={"network.type": "2g"})
    assert programs.app(wished) is tea
    assert (tea.device.model, tea.device.theme, tea.world["network.type"]) == ("iPhone X", "dark", "2g")
    assert tea.call_wx("getNetworkType")["networkType"] == "2g"
    programs.app(settings)
    assert (tea.device.model, tea.device.theme) != ("iPhone X", "dark")
    assert tea.world["network.type"] != "2g"


def test_so_many_programs_are_kept(settings: RunSettings, qapp: object) -> None:
    programs = Programs()
    try:
        first = programs.app(settings)
        words: tuple[DialogAnswers, ...] = ("accept", "confirm", "cancel")
        others = [programs.app(replace(settings, dialogs=one)) for one in words]
        assert programs.app(settings) is first
        programs.mounts(settings)
        # The one that was asked for the longest ago has ended.
        assert others[0].run.program.state == "stopped"
        assert others[1].run.program.state == "running"
        assert programs.app(settings) is first
    finally:
        programs.close()


ENDLESS = "App({ onLaunch() { while (true) {} } })"


def test_a_program_that_hangs_at_its_start_fails_and_others_start(
    programs: Programs, settings: RunSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "HANG_AFTER_S", 2.5)
    project = make_tested_project(tmp_path / "endless")
    (project / "app.js").write_text(ENDLESS, "utf-8")
    with pytest.raises(ProgramFailure, match=r"App onLaunch \(app.js:1\)"):
        programs.app(RunSettings(project, deadline_s=30))
    expect(programs.app(settings).page.locator(".row")).to_have_count(2)
