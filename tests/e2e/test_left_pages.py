"""Pages that were closed and are still held are told, with what holds them; those that are gone are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.protocol.logic import Inspected
from runtime.protocol.previews import names_of
from tests.e2e.conftest import OpenPhone
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

FILES = {
    "app.json": '{"pages": ["pages/a/a", "pages/clean/clean", "pages/kept/kept", "pages/timer/timer"]}',
    "app.js": "App({ globalData: {} })",
    "pages/a/a.js": "Page({})",
    "pages/a/a.wxml": "<view>a</view>",
    "pages/clean/clean.js": "Page({ data: { n: 1 }, onLoad() { this.setData({ n: 2 }) } })",
    "pages/clean/clean.wxml": '<view wx:for="{{[1, 2]}}" bindtap="on">{{n}}</view>',
    "pages/kept/kept.js": "Page({ onLoad() { getApp().globalData.last = { page: this } } })",
    "pages/kept/kept.wxml": "<view>kept</view>",
    "pages/timer/timer.js": "Page({ onLoad() { setInterval(() => this.data, 100000) } })",
    "pages/timer/timer.wxml": "<view>timer</view>",
}


def test_pages_that_something_holds_are_told(tmp_path: Path, open_phone: OpenPhone) -> None:
    user = open_phone(write_project(tmp_path, FILES))
    user.start()
    for name in ("clean", "kept", "timer"):
        user.evaluate(f"wx.navigateTo({{ url: '/pages/{name}/{name}' }})")
        user.see_page(f"pages/{name}/{name}")
        user.evaluate("wx.navigateBack()")
        user.see_page("pages/a/a")
    user.rest()
    answers: list[Inspected] = []
    user.program.logic_questions.left_pages(answers.append)
    wait_until(lambda: answers, "the answer")
    assert names_of(answers[0].value) == ["pages/kept/kept\ngetApp().globalData.last.page", "pages/timer/timer\n"]
