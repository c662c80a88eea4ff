"""Functions from before the objects that play sound: one voice, one sound in the background."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.js.logic.test_audios import orders
from tests.support.wx_program import WxProgram


@pytest.fixture
def program(tmp_path: Any) -> WxProgram:
    return WxProgram(tmp_path)


def told(program: WxProgram, event: str, **state: Any) -> None:
    news = {
        "audio": 1,
        "event": event,
        "state": state,
        **({"result": {"errMsg": "broken"}} if event == "onError" else {}),
    }
    program.run(f"installed.observerEvent({str(news).replace('True', 'true').replace('False', 'false')}); return 0")


def names(program: WxProgram) -> list[str]:
    return [what for what, _ in orders(program)]


def test_a_voice_succeeds_when_it_has_been_heard(program: WxProgram) -> None:
    program.run("wx.playVoice({ filePath: 'wxfile://a.mp3', ...outcome('play') }); return 0")
    (what, source), play = orders(program)
    assert (what, source["src"], play) == ("set", "wxfile://a.mp3", ("play", None))
    assert program.log() == []
    told(program, "onEnded")
    assert program.log() == [["play", way, {"errMsg": "playVoice:ok"}] for way in ("success", "complete")]


def test_a_paused_voice_goes_on_and_a_stopped_one_begins_anew(program: WxProgram) -> None:
    program.run("wx.playVoice({ filePath: 'a', success() {} }); wx.pauseVoice(); return 0")
    program.run("wx.playVoice({ filePath: 'a', success() {} }); return 0")
    assert names(program) == ["set", "play", "pause", "play"]
    program.run("wx.stopVoice({ success: (r) => log.push(r.errMsg) }); wx.playVoice({ filePath: 'a', success() {} });")
    assert (names(program), program.log()) == (["stop", "set", "play"], ["stopVoice:ok"])


def test_one_voice_at_a_time_and_no_longer_than_wanted(program: WxProgram) -> None:
    program.run("wx.playVoice({ filePath: 'a', fail: (r) => log.push(r.errMsg) });")
    program.run("wx.playVoice({ filePath: 'b', duration: 2, success: () => log.push('b') });")
    assert program.log() == ["playVoice:fail another voice is played"]
    orders(program)
    told(program, "onTimeUpdate", currentTime=1.5)
    assert names(program) == []
    told(program, "onTimeUpdate", currentTime=2.1)
    assert (names(program), program.log()) == (["stop"], ["b"])


def test_a_voice_that_cannot_be_played_fails(program: WxProgram) -> None:
    program.run("wx.playVoice({ filePath: 'a' }).catch((r) => log.push(r.errMsg)); wx.pauseVoice().catch(() => {});")
    told(program, "onError")
    assert program.log() == ["playVoice:fail broken"]
    program.run("wx.stopVoice({ fail: (r) => log.push(r.errMsg) }); wx.playVoice({ fail: (r) => log.push(r.errMsg) });")
    stopped, refused = program.log()
    assert stopped == "stopVoice:fail no voice is played"
    assert refused.startswith("playVoice:fail parameter error: parameter.filePath should be String")


def test_the_background_sound_is_that_of_the_manager(program: WxProgram) -> None:
    program.run("""wx.onBackgroundAudioPlay(() => log.push('plays')); wx.onBackgroundAudioStop(() => log.push('stops'));
      wx.playBackgroundAudio({ dataUrl: 'https://a/b.mp3', title: 'T', success: (r) => log.push(r.errMsg) });
      wx.seekBackgroundAudio({ position: 7 }); wx.pauseBackgroundAudio();""")
    assert orders(program)[2:] == [("set", orders_source("T")), ("seek", 7), ("pause", None)]
    told(program, "onPlay", paused=False, duration=10, currentTime=2, buffered=5)
    assert program.log() == ["playBackgroundAudio:ok", "plays"]
    program.run("wx.getBackgroundAudioPlayerState({ success: (r) => log.push(r) });")
    assert program.log() == [
        {"status": 1, "duration": 10, "currentPosition": 2, "dataUrl": "https://a/b.mp3", "downloadPercent": 50,
         "errMsg": "getBackgroundAudioPlayerState:ok"},
    ]  # fmt: skip
    told(program, "onEnded", paused=True)
    program.run("wx.getBackgroundAudioPlayerState({ success: (r) => log.push(r.status) });")
    assert program.log() == ["stops", 2]


def orders_source(title: str) -> Any:
    return {
        "src": "https://a/b.mp3", "startTime": 0, "title": title, "epname": "", "singer": "", "coverImgUrl": "",
        "webUrl": "", "protocol": "http", "audioType": "music", "playbackRate": 1, "referrerPath": "",
        "referrerPolicy": "no-referrer",
    }  # fmt: skip


def test_without_a_sound_there_is_nothing_to_rule(program: WxProgram) -> None:
    program.run("wx.pauseBackgroundAudio({ fail: (r) => log.push(r.errMsg) });")
    program.run("wx.getBackgroundAudioPlayerState({ success: (r) => log.push(r.status) });")
    assert program.log() == ["pauseBackgroundAudio:fail no sound is played", 2]
