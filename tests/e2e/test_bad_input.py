"""Mistakes and mishaps of a program: each gives a message with its place and a way out, and the phone goes on."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from simulator.bridge.record import Record
from tests.e2e.conftest import OpenPhone
from tests.support.logic_processes import logic_processes
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

PAGE = "pages/index/index"
PAGES = '"pages": ["pages/index/index", "pages/second/second"'
FILES = {
    "app.json": f"{{{PAGES}]}}",
    f"{PAGE}.wxml": '<view class="n">{{n}}</view>\n<view class="go" bindtap="go">go</view>\n',
    f"{PAGE}.js": "Page({ data: { n: 1 }, go() { this.setData({ n: this.data.n + 1 }) } })",
    "pages/second/second.wxml": '<view class="n">{{n}}</view>\n<view class="go" bindtap="go">go</view>\n',
    "pages/second/second.js": "Page({ data: { n: 1 }, go() { this.setData({ n: this.data.n + 1 }) } })",
}
MakeUser = Callable[..., PhoneUser]


def handler(code: str) -> dict[str, str]:
    """A page whose tap runs `code` on line 4, then counts."""
    script = (
        f"Page({{\n  data: {{ n: 1 }},\n  go() {{\n    {code}\n    this.setData({{ n: this.data.n + 1 }})\n  }},\n}})"
    )
    return {f"{PAGE}.js": script}


def place(record: Record) -> tuple[str, int]:
    return (record.stack[0].file, record.stack[0].line)


@pytest.fixture
def make_user(open_phone: OpenPhone, tmp_path: Path) -> MakeUser:
    """A person at the phone of the usual program with some files changed; an empty text means: not there."""

    def make(changes: Mapping[str, str], **options: object) -> PhoneUser:
        files = {path: text for path, text in {**FILES, **changes}.items() if text}
        return open_phone(write_project(tmp_path / "project", files), watches=True, **options)

    return make


def write(user: PhoneUser, path: str, text: str) -> None:
    (user.program.root / path).write_text(text, "utf-8")


# ---------------------------------------------------------------- what cannot be read


def test_without_app_json_it_says_what_to_open_and_starts_once_it_is_there(make_user: MakeUser) -> None:
    user = make_user({"app.json": ""})
    user.launch()
    assert "No app.json found" in user.overlay()
    assert "miniprogramRoot" in user.error("No app.json found").title
    write(user, "app.json", FILES["app.json"])
    user.see_page(PAGE)
    assert not user.exists_in_shell(".error-card")


def test_no_page_at_all_shows_why_over_the_screen(make_user: MakeUser) -> None:
    user = make_user({"app.json": "{}"})
    user.launch()
    assert 'app.json:1app.json declares no pages\nAdd "pages"' in user.overlay()
    assert user.ask("text", ".error-close", in_shell=True) == "Close"  # the window's language, not the phone's
    write(user, "app.json", FILES["app.json"])
    user.see_page(PAGE)


def test_an_unknown_component_shows_as_a_plain_element_and_is_warned_of(make_user: MakeUser) -> None:
    user = make_user({f"{PAGE}.wxml": FILES[f"{PAGE}.wxml"] + "<my-thing>x</my-thing>"})
    user.start()
    user.see_advice()
    build = user.program.build
    assert build is not None
    (found,) = build.diagnostics
    assert (found.severity, found.span.line, found.args["tag"]) == ("warning", 3, "my-thing")
    assert user.text("my-thing") == "x"


# ---------------------------------------------------------------- what breaks while it runs


def test_five_megabytes_of_data_arrive_with_a_warning(make_user: MakeUser) -> None:
    user = make_user(handler("this.setData({ big: 'x'.repeat(5 * 1024 * 1024) })"))
    user.start()
    user.tap(".go")
    user.see_text(".n", "2")
    warning = user.record("notice", "setData of 5120 kB")
    assert '"big" is 5120 kB' in warning.title
    assert place(warning) == (f"{PAGE}.js", 4)


def test_an_image_that_is_none_is_told(make_user: MakeUser) -> None:
    user = make_user({f"{PAGE}.wxml": FILES[f"{PAGE}.wxml"] + '<image src="/bad.png"/>', "bad.png": "no picture"})
    user.start()
    assert user.record("log", "cannot load /bad.png").origin == "environment"
    user.tap(".go")
    user.see_text(".n", "2")


@pytest.mark.usefixtures("short_patience")
def test_an_endless_loop_is_noticed_named_and_left(make_user: MakeUser) -> None:
    user = make_user({"pages/second/second.js": handler("while (true) {}")[f"{PAGE}.js"]})
    user.start()
    user.program.route("navigateTo", "/pages/second/second")
    user.see_page("second")
    before = user.page_id
    user.click(".go")
    told = user.error("does not answer")
    assert "pages/second/second go (pages/second/second.js:3)" in told.title
    assert place(told) == ("pages/second/second.js", 3)
    user.see_again(before, "second")
    assert user.stack == [PAGE, "pages/second/second"]
    assert user.text(".n") == "1"
    user.tap(".n")


@pytest.mark.usefixtures("short_patience")
def test_a_loop_at_the_start_ends_with_the_mended_file(make_user: MakeUser) -> None:
    user = make_user({f"{PAGE}.js": "Page({\n  onLoad() {\n    for (;;);\n  },\n})"}, restarts_after_hang=False)
    user.launch()
    assert place(user.error("does not answer")) == (f"{PAGE}.js", 2)
    assert f"{PAGE}.js:2" in user.overlay()
    write(user, f"{PAGE}.js", FILES[f"{PAGE}.js"])
    user.see_text(".n", "1")
    user.tap(".go")
    user.see_text(".n", "2")


def test_a_script_that_throws_after_a_change_keeps_the_screen_until_it_is_mended(make_user: MakeUser) -> None:
    user = make_user({})
    user.start()
    user.tap(".go")
    write(user, f"{PAGE}.js", "const a = null\na.x\nPage({})")
    assert f"{PAGE}.js:2TypeError" in user.overlay()
    assert user.text(".n") == "2"
    write(user, f"{PAGE}.js", FILES[f"{PAGE}.js"].replace("+ 1", "+ 10"))
    user.see(lambda: not user.exists_in_shell(".error-card"), "the error to go")
    user.tap(".go")
    user.see_text(".n", "12")


def kill_workers() -> None:
    for process in logic_processes():
        process.kill()


def test_a_killed_logic_process_comes_back_on_the_same_pages(make_user: MakeUser) -> None:
    user = make_user({})
    user.start()
    user.program.route("navigateTo", "/pages/second/second?from=here")
    user.see_page("second")
    before = user.page_id
    kill_workers()
    assert "signal 9" in user.error("process ended").title
    user.see_again(before, "second")
    assert user.stack == [PAGE, "pages/second/second"]
    user.tap(".go")
    user.see_text(".n", "2")


def test_a_crashed_screen_is_drawn_again(make_user: MakeUser) -> None:
    user = make_user({})
    user.start()
    before = user.page_id
    os.kill(user.program.phone.web_page.renderProcessPid(), signal.SIGKILL)
    user.error("screen had to be loaded again")
    user.see_again(before, PAGE)
    user.tap(".go")
    user.see_text(".n", "2")


def test_a_project_folder_that_vanishes_is_told(make_user: MakeUser, tmp_path: Path) -> None:
    user = make_user({})
    user.start()
    (tmp_path / "project").rename(tmp_path / "elsewhere")
    user.error("The project folder is gone")
    user.tap(".go")
    user.see_text(".n", "2")
