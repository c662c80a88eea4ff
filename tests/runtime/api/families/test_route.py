"""Routes are handed to the session; the opened page has a channel to the one that opened it."""

from __future__ import annotations

from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram


def test_routes_go_to_the_session(host: FakeHost) -> None:
    assert host.call("navigateTo", url="../b/b?x=1").ok
    assert host.call("navigateBack").ok
    assert host.call("navigateBack", delta=0).ok
    assert host.navigation.routes == [
        ("navigateTo", "../b/b?x=1", 1, 1), ("navigateBack", "", 1, 2), ("navigateBack", "", 1, 3),
    ]  # fmt: skip
    assert host.call("switchTab", url="/missing").result == {"errMsg": 'switchTab:fail page "missing" is not found'}


def test_an_event_channel_joins_two_pages(program: WxProgram) -> None:
    program.run(
        """wx.navigateTo({ url: '/b', events: { back: (x) => log.push(['opener hears', x]) },
             success: (r) => r.eventChannel.emit('there', 1, 2) });"""
    )
    call_id = program.host_calls()[0].call_id
    program.run(
        f"""const channel = installed.openerChannel({call_id});
            channel.once('there', (...args) => log.push(['opened hears', ...args])); channel.emit('back', 'b');
            channel.emit('there', 'not to oneself');"""
    )
    program.answer(True, {"errMsg": "navigateTo:ok"})
    assert program.log() == [["opener hears", "b"], ["opened hears", 1, 2]]
    assert b"events" not in bytes(program.host_calls()[0].args)


def test_the_channel_comes_with_a_promise_too(program: WxProgram) -> None:
    program.run("wx.navigateTo({ url: '/b' }).then((r) => log.push(typeof r.eventChannel.emit))")
    program.answer(True, {"errMsg": "navigateTo:ok"})
    assert program.log() == ["function"]


def test_a_page_that_nobody_opened_has_a_channel_without_ears(program: WxProgram) -> None:
    program.run("const c = installed.openerChannel(99); c.on('a', () => log.push('never')); c.emit('a');")
    assert program.log() == []
