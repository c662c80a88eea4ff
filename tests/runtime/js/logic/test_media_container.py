"""Tracks that a program gathers for a film."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.support.wx_program import WxProgram


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    made = WxProgram(tmp_path)
    made.run("""globalThis.m = wx.createMediaContainer();
      m.extractDataSource({ source: '/a.mp4', success: ({ tracks }) => { globalThis.tracks = tracks; } });""")
    found = [{"kind": "video", "duration": 3000}, {"kind": "audio", "duration": 2990}]
    made.answer(True, {"tracks": found, "errMsg": "extractDataSource:ok"})
    return made


def test_tracks_are_what_the_host_says_and_keep_their_file(program: WxProgram) -> None:
    assert program.run("tracks") == [
        {"kind": "video", "duration": 3000, "volume": 1}, {"kind": "audio", "duration": 2990, "volume": 1},
    ]  # fmt: skip
    program.run("tracks[1].volume = 0.5; m.addTrack(tracks[0]); m.addTrack(tracks[1]); m.addTrack(tracks[0]);")
    program.run("m.export({ success: (r) => log.push(r.tempFilePath), fail: () => log.push('fail') });")
    call = program.host_calls()[-1]
    assert (call.name, msgspec.json.decode(call.args)) == (
        "MediaContainer.export",
        {"tracks": [{"kind": "video", "source": "/a.mp4", "volume": 1},
                    {"kind": "audio", "source": "/a.mp4", "volume": 0.5}]},
    )  # fmt: skip
    program.answer(True, {"tempFilePath": "wxfile://tmp/x.mp4", "errMsg": "export:ok"})
    assert program.log() == ["wxfile://tmp/x.mp4"]


def test_what_is_removed_or_destroyed_is_left_out(program: WxProgram) -> None:
    program.run("m.addTrack(tracks[0]); m.addTrack(tracks[1]); m.removeTrack(tracks[0]); m.export({});")
    assert [one["kind"] for one in msgspec.json.decode(program.host_calls()[-1].args)["tracks"]] == ["audio"]
    program.run("m.destroy(); m.export({ fail: (r) => log.push(r.errMsg) });")
    assert msgspec.json.decode(program.host_calls()[-1].args) == {"tracks": []}
    program.answer(False, {"errMsg": "export:fail there is no track"})
    assert program.log() == ["export:fail there is no track"]


@pytest.mark.parametrize("track", ["null", "{}", "{ kind: 'video', source: '/etc/passwd' }", "7", "{ _: () => ({}) }"])
def test_only_tracks_are_added(program: WxProgram, track: str) -> None:
    program.run(f"try {{ m.addTrack({track}); }} catch (error) {{ log.push(error.name); }}")
    assert program.log() == ["TypeError"]
