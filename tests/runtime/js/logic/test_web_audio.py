"""Graphs of sound: the jobs that reach the view, what is known at once, what browsers refuse, too."""

from __future__ import annotations

import base64
import struct
from pathlib import Path
from typing import Any

import pytest

from tests.support.wx_program import WxProgram


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    made = WxProgram(tmp_path)
    made.run("globalThis.c = wx.createWebAudioContext(); return 0")
    jobs(made)
    return made


def jobs(program: WxProgram) -> list[list[Any]]:
    """What the view has been told since."""
    program.run("installed.flush(); return 0")
    calls: list[dict[str, Any]] = program.run("viewCalls.splice(0).map(({ call }) => call)")
    told = [job for call in calls if call["name"] == "webAudio" for job in call["jobs"]]
    return [job for job in told if job[0] != "free"]


def floats(text: str) -> tuple[float, ...]:
    data = base64.b64decode(text)
    return struct.unpack(f"<{len(data) // 4}f", data)


def test_a_graph_is_made_in_order(program: WxProgram) -> None:
    program.run("""const o = c.createOscillator(), g = c.createGain(); o.type = 'square'; g.gain.value = 0.25;
      o.frequency.setValueAtTime(880, 1).linearRampToValueAtTime(440, 2); o.start(0.5); o.stop(2);
      log.push(o.connect(g).connect(c.destination) === c.destination, g.gain.value, o.type);""")
    made = jobs(program)
    assert [job[0] for job in made] == [
        "node", "node", "set", "param", "param", "param", "call", "call", "connect", "connect",
    ]  # fmt: skip
    oscillator, gain = made[0][2], made[1][2]
    assert made[2:6] == [
        ["set", oscillator, "type", "square"], ["param", gain, "gain", "value", [0.25]],
        ["param", oscillator, "frequency", "setValueAtTime", [880, 1]],
        ["param", oscillator, "frequency", "linearRampToValueAtTime", [440, 2]],
    ]  # fmt: skip
    assert made[6:8] == [["call", oscillator, "start", [0.5]], ["call", oscillator, "stop", [2]]]
    assert made[8][1:4] == [oscillator, gain, None]
    assert program.log() == [True, 0.25, "square"]


def test_every_documented_maker_makes(program: WxProgram) -> None:
    program.run("""for (const name of Object.keys(c).filter((key) => key.startsWith('create'))) {
      const array = new Float32Array([0, 1]);
      const node = name === 'createIIRFilter' ? c[name]([1], [1, 0.5]) : name === 'createPeriodicWave'
        ? c[name](array, array) : name === 'createBuffer' ? c[name](1, 10, 44100) : c[name](2);
      if (typeof node !== 'object') log.push(name);
    }""")
    assert program.log() == []
    assert len({job[3] for job in jobs(program) if job[0] == "node"}) == 14


def test_the_samples_of_a_sound_go_with_its_start_and_again_only_when_they_have_changed(program: WxProgram) -> None:
    program.run("""globalThis.b = c.createBuffer(1, 4, 8000); const d = b.getChannelData(0); d[1] = 0.5;
      globalThis.play = () => { const s = c.createBufferSource(); s.buffer = b; d[2] = -1; s.start(); };
      play(); play(); d[3] = 0.25; play();""")
    sent = [job for job in jobs(program) if job[0] == "buffer"]
    assert [floats(job[3][0]) for job in sent] == [(0, 0.5, -1, 0), (0, 0.5, -1, 0.25)]
    assert sent[0][2] == {"numberOfChannels": 1, "length": 4, "sampleRate": 8000}
    program.run("const out = new Float32Array(2); b.copyFromChannel(out, 0, 1); log.push([...out], b.duration);")
    program.run("b.copyToChannel(new Float32Array([9, 9, 9]), 0, 2); log.push([...b.getChannelData(0)]);")
    assert program.log() == [[0.5, -1], 0.0005, [0, 0.5, 9, 9]]


@pytest.mark.parametrize(
    "arguments",
    ["0, 1, 44100", "33, 1, 44100", "1, 0, 44100", "1, 1.5, 44100", "1, 1, 1e9", "1, 1, NaN", "2, 1e12, 44100"],
)
def test_sounds_that_nobody_can_hold_are_refused(program: WxProgram, arguments: str) -> None:
    program.run(f"try {{ c.createBuffer({arguments}); }} catch (error) {{ log.push(error.name); }}")
    assert program.log() == ["NotSupportedError"]


def test_what_a_program_does_wrong_is_thrown(program: WxProgram) -> None:
    program.run("""const s = c.createBufferSource(), g = c.createGain();
      const wrong = [() => s.stop(), () => { s.start(); s.start(); }, () => (s.buffer = {}), () => s.connect({}),
        () => s.connect(), () => (g.gain.value = 'loud'), () => c.createBuffer(1, 1, 8000).getChannelData(1)];
      for (const one of wrong) try { one(); log.push('none'); } catch (error) { log.push(error.name); }""")
    assert program.log() == [
        "InvalidStateError", "InvalidStateError", "TypeError", "TypeError", "TypeError", "TypeError", "IndexSizeError",
    ]  # fmt: skip


def test_what_happens_is_heard(program: WxProgram) -> None:
    program.run("""globalThis.s = c.createBufferSource(); s.start();
      s.onended = (e) => log.push(['ended', e.target === s]);
      c.onstatechange = () => log.push([c.state, c.currentTime]);""")
    number = jobs(program)[0][2]
    program.run(f"installed.observerEvent({{ key: 1, node: {number}, what: 'ended' }}); return 0")
    program.run("installed.observerEvent({ key: 1, state: 'suspended', time: 7 }); return 0")
    assert program.log() == [["ended", True], ["suspended", 7]]
    program.run(f"installed.observerEvent({{ key: 1, node: {number}, what: 'ended' }}); return 0")
    assert program.log() == []


def test_time_goes_on_by_itself_and_never_back(program: WxProgram) -> None:
    program.run("""installed.observerEvent({ key: 1, state: 'running', time: 100 });
      const t = c.currentTime;
      installed.observerEvent({ key: 1, state: 'running', time: 3 });
      log.push(t >= 100, c.currentTime >= t);""")
    assert program.log() == [True, True]


def test_what_is_ruled_is_answered(program: WxProgram) -> None:
    program.run("c.suspend().then(() => log.push(c.state)); return 0")
    program.run("viewCalls.at(-1).done('', { state: 'suspended', time: 1 }); return 0")
    assert program.log() == ["suspended"]
    program.run("c.resume().then(() => log.push('resumed'), (error) => log.push(error.message)); return 0")
    program.run("viewCalls.at(-1).done('the context is closed', null); return 0")
    assert program.log() == ["the context is closed"]


def test_a_sound_is_decoded_by_the_view_or_else_by_the_host(program: WxProgram) -> None:
    program.run(
        "c.decodeAudioData(new Uint8Array([1, 2]).buffer, (b) => log.push([b.length, b.duration]), () => {}); return 0"
    )
    ((name, _, number, source),) = jobs_of_last(program)
    assert (name, source) == ("decode", {"data": "AQI="})
    program.run("viewCalls.at(-1).done('EncodingError', null); return 0")
    ((_, _, again, source),) = jobs_of_last(program)
    assert (again, list(source)) == (number, ["file"])
    program.run("viewCalls.at(-1).done('', { numberOfChannels: 1, length: 22050, sampleRate: 44100 }); return 0")
    assert program.log() == [[22050, 0.5]]


def test_what_nobody_can_decode_fails(program: WxProgram) -> None:
    program.run("c.decodeAudioData(new ArrayBuffer(1), () => {}, (error) => log.push(error.errMsg)); return 0")
    for _ in range(2):
        program.run("viewCalls.at(-1).done('EncodingError', null); return 0")
    program.run("c.decodeAudioData('text', () => {}, (error) => log.push(error.name)); return 0")
    assert program.log() == ["decodeAudioData:fail Unable to decode audio data", "TypeError"]


def jobs_of_last(program: WxProgram) -> list[list[Any]]:
    found: list[list[Any]] = program.run("viewCalls.at(-1).call.jobs")
    return found


def test_a_script_makes_the_block_after_next(program: WxProgram) -> None:
    program.run("""globalThis.p = c.createScriptProcessor(256, 1, 1);
      p.onaudioprocess = ({ inputBuffer, outputBuffer }) => {
        const heard = new Float32Array(2);
        inputBuffer.copyFromChannel(heard, 0), log.push(heard[1]), outputBuffer.getChannelData(0).fill(0.5);
        outputBuffer.copyToChannel(new Float32Array([0.25]), 0, 255);
      };""")
    number = jobs(program)[0][2]
    samples = base64.b64encode(struct.pack("<2f", 0, 0.25)).decode()
    news = f"{{ key: 1, node: {number}, what: 'process', inputs: ['{samples}'], time: 1 }}"
    program.run(f"installed.observerEvent({news}); return 0")
    ((name, told, (output,)),) = jobs(program)
    assert (name, told, program.log()) == ("output", number, [0.25])
    assert floats(output) == (0.5,) * 255 + (0.25,)


def test_jobs_from_before_the_first_page_wait_for_it(tmp_path: Path) -> None:
    program = WxProgram(tmp_path)
    program.run("globalThis.noPage = true; return 0")
    program.run("const c = wx.createWebAudioContext(); c.createGain(); c.resume(); return 0")
    assert jobs(program) == []
    program.run("globalThis.noPage = false; return 0")
    assert [job[0] for job in jobs(program)] == ["context", "destination", "listener", "node", "rule"]


def test_a_mock_rule_sees_what_is_made(program: WxProgram) -> None:
    program.intercept("WebAudioContext.createGain")
    program.run("const d = wx.createWebAudioContext(); d.createGain(); return 0")
    assert [call.name for call in program.host_calls()] == ["WebAudioContext.createGain"]
