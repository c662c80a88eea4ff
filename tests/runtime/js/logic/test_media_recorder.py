"""Films of a canvas, picture by picture: order, states, what the program hears."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.wx_program import WxProgram


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    made = WxProgram(tmp_path)
    made.run("""globalThis.c = wx.createOffscreenCanvas({ type: '2d', width: 20, height: 10 });
      globalThis.r = wx.createMediaRecorder(c, { fps: 1e9, videoBitsPerSecond: 1, duration: 1 });
      for (const e of ['start', 'stop', 'pause', 'resume', 'timeupdate']) r.on(e, (d) => log.push([e, d]));
      globalThis.failed = (e) => log.push(e.errMsg);""")
    return made


def answered(program: WxProgram, result: Any = None, error: str = "") -> list[Any]:
    """The last order, which the view answers."""
    told = json.dumps({"error": error, "result": result})
    job: list[Any] = program.run("viewCalls.at(-1).call.jobs.at(-1)")
    program.run(
        f"const {{ error, result }} = {str(told).replace('None', 'null')}; viewCalls.at(-1).done(error, result);"
    )
    return job


def test_a_film_is_started_with_what_can_be_made(program: WxProgram) -> None:
    program.run("r.start().then(() => log.push('started')); return 0")
    name, _, _, what, looks = answered(program)
    assert (name, what) == ("record", "start")
    assert looks == {"longest_ms": 5000, "rate": 60, "kilobits": 600, "width": 20, "height": 10}
    assert program.log() == [["start", {}], "started"]
    program.run("r.start().catch(failed); return 0")
    assert program.log() == ["start:fail it is recording"]


def test_a_picture_is_kept_after_the_program_has_drawn_it(program: WxProgram) -> None:
    program.run("r.start(); return 0")
    answered(program)
    program.log()
    program.run("r.requestFrame(() => log.push('draws')).then(() => log.push('kept')); installed.flush(); return 0")
    # The next frame of the page.
    program.run("viewCalls.at(-1).done('', null); return 0")
    assert program.log() == ["draws"]
    assert answered(program)[3] == "frame"
    (event, detail), kept = program.log()
    assert (event, set(detail), kept) == ("timeupdate", {"currentTime"}, "kept")


def test_pausing_and_stopping(program: WxProgram) -> None:
    program.run("r.pause().catch(failed); r.resume().catch(failed); r.stop().catch(failed); return 0")
    assert program.log() == [f"{what}:fail it is not {state}" for what, state in
                             (("pause", "recording"), ("resume", "paused"), ("stop", "recording"))]  # fmt: skip
    program.run("r.start(); return 0")
    answered(program)
    for order in ("pause", "resume"):
        program.run(f"r.{order}(); return 0")
        assert answered(program)[3] == order
    program.run("r.stop().then(({ tempFilePath }) => log.push(tempFilePath.slice(-4))); return 0")
    film = {"fileSize": 3, "files": {"tempFilePath": {"type": "mp4", "data": "AAAA"}}}
    assert answered(program, film)[3] == "stop"
    heard = [one if isinstance(one, str) else one[0] for one in program.log()]
    assert heard == ["start", "pause", "resume", "stop", ".mp4"]


def test_what_the_view_cannot_do_fails(program: WxProgram) -> None:
    program.run("r.start().catch(failed); return 0")
    answered(program, error="canvas is empty")
    assert program.log() == ["start:fail canvas is empty"]
    program.run("try { wx.createMediaRecorder({}, {}); } catch (e) { log.push(e.name); }")
    assert program.log() == ["TypeError"]
