"""What counts as caused by a tap. Source: framework guide, user tap context."""

from __future__ import annotations

import pytest

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from tests.support.logic_program import LogicProgram


class Waiting(LogicProgram):
    """Calls wait for `answer`."""

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """Notes whether a tap caused the call; its id is its place in `calls`, from 1 on."""
        self.calls.append((name, from_tap))
        return ""

    def answer(self, call_id: int) -> None:
        """The host answers."""
        self.send(m="api-result", call_id=call_id, ok=True, result={"errMsg": "ok"})


def tapped(code: str) -> Waiting:
    page = f"Page({{ tapped() {{ {code} }}, other() {{ {code} }} }})"
    files = {"pages/p/p.wxml": '<view id="x" bindtap="tapped"/>', "pages/p/p.js": page}
    program = Waiting(files, settings={"apis": table(WECHAT.registry)})
    program.launch()
    program.tap(id="x")
    return program


@pytest.mark.parametrize("name", ["request", "getSetting", "showModal", "showActionSheet", "downloadFile"])
def test_callbacks_of_some_calls_inherit_the_tap(name: str) -> None:
    program = tapped(f"wx.{name}({{ url: 'https://a.b', success() {{ wx.openSetting({{ fail() {{}} }}); }} }})")
    program.answer(1)
    assert program.calls[-1] == ("openSetting", True)


def test_promises_of_such_calls_inherit_the_tap() -> None:
    program = tapped("wx.getSetting().then(() => 0).then(() => wx.openSetting({ fail() {} }))")
    program.answer(1)
    assert program.calls[-1] == ("openSetting", True)


@pytest.mark.parametrize("code", ["wx.showToast({ title: 'x', success: open })", "setTimeout(open, 0)"])
def test_timers_and_other_calls_lose_it(code: str) -> None:
    program = tapped(f"const open = () => wx.openSetting({{ fail() {{}} }}); {code}")
    program.answer(1)
    program.run_timers(50)
    assert program.calls[-1] == ("openSetting", False)


def test_it_does_not_outlast_the_answer() -> None:
    program = tapped("wx.request({ url: 'https://a.b', success() {} })")
    program.answer(1)
    program.call("other")
    assert program.calls[-1] == ("request", False)


def test_a_dialog_is_a_tap_of_its_own() -> None:
    program = tapped("wx.showModal({ title: 'x', success() { wx.openSetting({ fail() {} }); } })")
    program.call("other")
    program.answer(2)
    assert program.calls == [("showModal", True), ("showModal", False), ("openSetting", True)]
