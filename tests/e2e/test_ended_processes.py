"""A page that never ends its work or eats the memory, and processes that are killed: the program comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.logic_processes import logic_processes
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("short_patience")]

PAGE = "pages/index/index"
FILES = {
    "app.json": f'{{"pages": ["{PAGE}", "pages/second/second"]}}',
    f"{PAGE}.wxml": '<view class="n">{{n}}</view><view class="go" bindtap="go">go</view>',
    f"{PAGE}.js": "Page({ data: { n: 1 }, go() { this.setData({ n: this.data.n + 1 }) } })",
    "pages/second/second.wxml": """<wxs src="../../m.wxs" module="m"/>
<view class="loop" bindtap="{{m.loop}}">loop</view><view class="eat" bindtap="{{m.eat}}">eat</view>
<view class="watch" change:prop="{{m.watch}}" prop="{{n}}">{{n}}</view><view class="spin" bindtap="spin">spin</view>
<view class="go" bindtap="go">go</view>""",
    "pages/second/second.js": """Page({
  data: { n: 1 },
  go() { this.setData({ n: 2 }) },
  spin() {
    for (;;);
  },
})""",
    "m.wxs": """module.exports = {
  loop: function () { while (true) {} },
  eat: function () { var all = []; while (true) { var a = []; a.length = 2e7; all.push(a.join('x')) } },
  watch: function (value) { while (value === 2) {} }
}""",
}
MakeUser = Callable[..., PhoneUser]


@pytest.fixture
def make_user(open_phone: OpenPhone, tmp_path: Path) -> MakeUser:
    def make(**options: object) -> PhoneUser:
        user = open_phone(write_project(tmp_path / "project", FILES), **options)
        user.start()
        user.program.route("navigateTo", "/pages/second/second")
        user.see_page("second")
        wait_until(lambda: user.program.has_warm_spare, "the spare process")
        return user

    return make


def kill_screen(user: PhoneUser, times: int) -> None:
    """Kills the process that draws the phone, and each that takes its place, as soon as it is there."""
    page = user.program.phone.web_page
    killed = 0
    for _ in range(times):
        user.see(lambda killed=killed: page.renderProcessPid() not in (0, killed), "a process to kill")  # type: ignore[misc]
        killed = page.renderProcessPid()
        psutil.Process(killed).kill()


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        (".loop", "The wxs function that ran last is m.wxs loop"),
        (".go", "The wxs function that ran last is m.wxs watch"),
        (".spin", "pages/second/second spin (pages/second/second.js:4)"),
    ],
    ids=["wxs handler", "wxs observer", "script"],
)
def test_an_endless_loop_is_named_and_the_page_is_there_again(make_user: MakeUser, selector: str, words: str) -> None:
    user = make_user()
    before = user.page_id
    user.click(selector)
    user.error(words)
    user.see_again(before, "second")
    assert user.stack == [PAGE, "pages/second/second"]
    assert user.text(".watch") == "1"
    user.program.route("navigateBack", "")
    user.see_page(PAGE)
    user.tap(".go")
    user.see_text(".n", "2")


def test_a_page_that_eats_the_memory_is_ended_and_comes_back(make_user: MakeUser) -> None:
    user = make_user()
    before = user.page_id
    user.click(".eat")
    # Where many processes share a processor, time may be over before the memory is.
    words = ("of memory", "does not answer", "had to be loaded")
    user.see(lambda: any(word in error for word in words for error in user.errors()), "the end of the page")
    user.see_again(before, "second")
    assert user.text(".watch") == "1"


def test_a_loop_that_begins_anew_at_once_is_left_until_the_user_restarts(make_user: MakeUser) -> None:
    user = make_user()
    user.program.restart(keep_stack=True)
    user.see_page("second")
    for times in (1, 2):
        before = user.page_id
        user.click(".loop")
        user.see(lambda times=times: len([e for e in user.errors() if "does not answer" in e]) == times, "the notice")
        if times == 1:
            user.see_again(before, "second")
    assert "m.wxs loop" in user.overlay()
    assert user.program.state == "hung"
    user.program.restart(keep_stack=False)
    user.see_again(before, PAGE)
    user.tap(".go")
    user.see_text(".n", "2")


def test_without_restarts_a_hang_is_told_and_the_phone_can_be_asked(make_user: MakeUser) -> None:
    user = make_user(restarts_after_hang=False)
    user.click(".loop")
    user.error("does not answer")
    assert "m.wxs loop" in user.overlay()
    assert user.program.state == "hung"


def test_a_screen_that_is_killed_six_times_in_a_row_comes_back(make_user: MakeUser) -> None:
    user = make_user()
    before = user.page_id
    kill_screen(user, 6)
    user.see_again(before, "second")
    assert user.stack == [PAGE, "pages/second/second"]


def test_a_screen_that_ends_again_and_again_is_left_and_restart_loads_it(make_user: MakeUser) -> None:
    user = make_user()
    kill_screen(user, 8)
    user.error("again and again")
    assert user.program.state == "crashed"
    before = user.page_id
    user.program.restart(keep_stack=True)
    user.see_again(before, "second")
    assert user.text(".watch") == "1"


def test_logic_process_and_spare_killed_together_come_back(make_user: MakeUser) -> None:
    user = make_user()
    before = user.page_id
    for process in logic_processes():
        process.kill()
    user.error("process ended")
    user.see_again(before, "second")
    user.program.route("navigateBack", "")
    user.see_page(PAGE)
    user.tap(".go")
    user.see_text(".n", "2")
