"""Films as pictures of numbers: asked for ahead, taken one by one, to the end; their sound beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.wx_program import WxProgram

FACTS = {"width": 2, "height": 1, "duration": 1000, "fps": 25}


def picture(position: int) -> dict[str, Any]:
    return {"width": 2, "height": 1, "pixels": "AQIDBAUGBwg=", "position": position}


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    made = WxProgram(tmp_path)
    made.run("""globalThis.d = wx.createVideoDecoder();
      for (const e of ['start', 'stop', 'seek', 'bufferchange', 'ended']) d.on(e, () => log.push(e));
      const seen = ({ width, height, data, pkPts }) => [width, height, data.byteLength, pkPts];
      globalThis.take = () => { const f = d.getFrameData(); return f && seen(f); };
      d.start({ source: '/a.mp4', mode: 0 }).then((r) => log.push(r.fps)); return 0""")
    return made


def answer(program: WxProgram, result: Any, index: int = -1) -> list[Any]:
    """The view answers the last order, or one before."""
    order = program.run(f"const {{ call, done }} = viewCalls.at({index}); return [call.what, call.value, call.decoder]")
    text = str(result).replace("None", "null")
    program.run(f"viewCalls.at({index}).done('', {text}); return 0")
    found: list[Any] = order
    return found


def test_pictures_are_asked_for_ahead_and_taken(program: WxProgram) -> None:
    assert answer(program, FACTS) == ["start", {"source": "/a.mp4", "isPaced": True}, 1]
    assert program.log() == ["start", 25]
    assert program.run("take()") is None
    assert answer(program, picture(0))[0] == "next"
    assert answer(program, picture(40))[0] == "next"
    assert program.run("viewCalls.length") == 3
    assert (program.run("take()"), program.run("viewCalls.length")) == ([2, 1, 8, 0], 4)
    answer(program, None)
    assert program.log() == ["bufferchange", "bufferchange"]
    assert (program.run("take()"), program.run("take()")) == ([2, 1, 8, 40], None)
    assert program.log() == ["ended"]


def test_what_was_under_way_before_a_seek_is_nobodys(program: WxProgram) -> None:
    answer(program, FACTS)
    program.run("d.seek(500).then(() => log.push('there')); return 0")
    program.log()
    answer(program, picture(0), -2)
    assert program.run("take()") is None
    assert answer(program, None)[:2] == ["seek", 500]
    answer(program, picture(500))
    assert (program.log(), program.run("take()")) == (["seek", "there", "bufferchange"], [2, 1, 8, 500])


def test_a_stopped_one_gives_nothing_and_a_film_that_is_none_fails(program: WxProgram) -> None:
    answer(program, FACTS)
    program.run("d.stop(); return 0")
    answer(program, None)
    assert (program.run("take()"), program.log()) == (None, ["start", 25, "stop"])
    program.run("d.start({ source: 'x' }).catch((e) => log.push(e.errMsg)); return 0")
    program.run("viewCalls.at(-1).done('MEDIA_ERR_DECODE', null); return 0")
    assert program.log() == ["start:fail MEDIA_ERR_DECODE"]


def test_the_sound_of_a_film_is_played_beside_it(program: WxProgram) -> None:
    answer(program, FACTS)
    program.run("""globalThis.p = wx.createMediaAudioPlayer(); viewCalls.splice(0);
      p.addAudioSource(d).then((r) => log.push(r.errMsg)); p.start(); p.volume = 7; p.stop(); p.removeAudioSource(d);
      p.addAudioSource({}).catch((e) => log.push(e.errMsg.split(' ')[0])); p.destroy();""")
    orders = program.run(
        "viewCalls.filter(({ call }) => call.name === 'audio').map(({ call }) => [call.what, call.value])"
    )
    assert [what for what, _ in orders] == ["set", "set", "play", "set", "stop", "destroy"]
    assert (orders[1][1]["src"], orders[3][1]) == ("/a.mp4", {"volume": 1})
    assert program.log() == ["start", 25, "addAudioSource:ok", "addAudioSource:fail"]
