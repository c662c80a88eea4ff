"""Sounds without an element: properties, orders to the view, what the view tells, orders from before the first page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.wx_program import WxProgram

EVENTS = "Canplay Play Pause Stop Ended Error Waiting Seeking Seeked TimeUpdate"


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    made = WxProgram(tmp_path)
    made.run("globalThis.a = wx.createInnerAudioContext(); return 0")
    return made


def orders(program: WxProgram) -> list[tuple[str, Any]]:
    calls = program.run("viewCalls.splice(0).map(({ call }) => call)")
    return [(call["what"], call["value"]) for call in calls]


def told(program: WxProgram, event: str, **state: Any) -> None:
    news = {"audio": 1, "event": event, "state": state}
    program.run(f"installed.observerEvent({str(news).replace('True', 'true').replace('False', 'false')}); return 0")


def test_a_source_goes_with_all_that_was_set_before_it(program: WxProgram) -> None:
    program.run("a.volume = 0.5; a.loop = true; a.src = '/a.mp3'; a.volume = 1; return 0")
    (first, second, (what, source), last) = orders(program)
    assert (first, second, last) == (("set", {"volume": 0.5}), ("set", {"loop": True}), ("set", {"volume": 1}))
    assert what == "set"
    assert (source["src"], source["volume"], source["loop"], source["autoplay"]) == ("/a.mp3", 0.5, True, False)
    assert program.run("[a.src, a.volume, a.loop, a.startTime, a.obeyMuteSwitch]") == ["/a.mp3", 1, True, 0, True]


def test_methods_are_orders(program: WxProgram) -> None:
    program.run("a.play(); a.seek(12.5); a.pause(); a.stop(); a.destroy(); return 0")
    assert orders(program) == [("play", None), ("seek", 12.5), ("pause", None), ("stop", None), ("destroy", None)]


def test_what_the_view_tells_is_read_and_heard(program: WxProgram) -> None:
    program.run(f"for (const e of '{EVENTS}'.split(' ')) a['on' + e]((r) => log.push([e, r, a.currentTime])); return 0")
    for event in EVENTS.split():
        told(program, f"on{event}", currentTime=1.5, duration=9, paused=False, buffered=4)
    assert program.log() == [[event, {}, 1.5] for event in EVENTS.split()]
    assert program.run("[a.currentTime, a.duration, a.paused, a.buffered]") == [1.5, 9, False, 4]
    program.run("a.currentTime = 5; a.offPlay(); return 0")
    told(program, "onPlay", currentTime=2)
    assert (program.run("a.currentTime"), program.log()) == (2, [])


def test_an_order_is_read_at_once(program: WxProgram) -> None:
    assert program.run("const before = a.paused; a.play(); return [before, a.paused]") == [True, False]
    assert program.run("a.pause(); return a.paused") is True


def test_what_is_destroyed_hears_nothing(program: WxProgram) -> None:
    program.run("a.onPlay(() => log.push('play')); a.destroy(); a.play(); return 0")
    told(program, "onPlay")
    assert program.log() == []


def test_several_are_several_and_the_manager_is_one(program: WxProgram) -> None:
    program.run("globalThis.b = wx.createInnerAudioContext(); a.src = 'x'; b.src = 'y'; return 0")
    numbers = program.run("viewCalls.splice(0).map(({ call }) => [call.audio, call.value.src])")
    assert numbers == [[1, "x"], [2, "y"]]
    assert program.run("wx.getBackgroundAudioManager() === wx.getBackgroundAudioManager()") is True
    program.run("const m = wx.getBackgroundAudioManager(); m.title = 'T'; m.src = 'z'; return 0")
    kinds = program.run("viewCalls.splice(0).map(({ call }) => [call.kind, call.value.title])")
    assert kinds == [["BackgroundAudioManager", "T"], ["BackgroundAudioManager", "T"]]


def test_orders_from_before_the_first_page_wait_for_it(tmp_path: Path) -> None:
    program = WxProgram(tmp_path)
    program.run("globalThis.noPage = true; return 0")
    program.run("const a = wx.createInnerAudioContext(); a.src = 'x'; a.play(); installed.flush(); return 0")
    assert orders(program) == []
    program.run("noPage = false; installed.flush(); installed.flush(); return 0")
    assert [what for what, _ in orders(program)] == ["set", "play"]


@pytest.mark.parametrize(
    ("what", "paused"),
    [
        ("installed.apiEvent('onAudioInterruptionBegin', {}, '')", [1, 2]),
        # The background player goes on.
        ("installed.fire('onAppHide')", [1]),
    ],
)
def test_what_takes_the_sound_of_the_phone_pauses_what_plays(program: WxProgram, what: str, paused: list[int]) -> None:
    program.run("const m = wx.getBackgroundAudioManager(); m.src = 'x'; m.play(); a.play(); return 0")
    program.run("wx.createInnerAudioContext(); viewCalls.splice(0); return 0")
    program.run(f"{what}; return 0")
    assert program.run("viewCalls.splice(0).map(({ call }) => [call.audio, call.what])") == [
        [n, "pause"] for n in paused
    ]
    assert program.run("a.paused") is True
