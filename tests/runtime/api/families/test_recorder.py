"""The recorder: its events in order, files that are what their names say, limits, frames, refusals."""

from __future__ import annotations

import io
import wave
from typing import Any

import pytest

from runtime.api.families.media.sounds import Sound
from runtime.api.ports.clock import FakeClock
from tests.support.api_ports import Ended, FakeHost

TASK = 9


@pytest.fixture
def clock(host: FakeHost) -> FakeClock:
    host.play({"permission.record": "granted"})
    return host.clock


def start(host: FakeHost, **options: Any) -> Ended:
    return host.call("RecorderManager.start", task=TASK, **options)


def stop(host: FakeHost) -> Ended:
    return host.call("RecorderManager.stop", task=TASK)


def written(host: FakeHost, result: dict[str, Any]) -> bytes:
    place = host.areas.resolve(result["tempFilePath"])
    assert place is not None
    assert place.real is not None
    return place.real.read_bytes()


def names(ended: Ended) -> list[str]:
    return [name for name, _, _ in ended.events]


@pytest.mark.parametrize(
    ("kind", "begins"), [("mp3", b"\xff\xf3"), ("aac", b"\xff\xf1"), ("wav", b"RIFF"), ("PCM", b"\0\0")]
)
def test_a_recording_is_a_file_of_its_kind(host: FakeHost, clock: FakeClock, kind: str, begins: bytes) -> None:
    started = start(host, format=kind)
    assert (started.ok, started.events) == (True, [("onStart", {}, str(TASK))])
    clock.go(2500)
    assert stop(host).events == []
    name, result, target = started.events[-1]
    assert (name, target, result["duration"]) == ("onStop", str(TASK), 2500)
    data = written(host, result)
    assert result["tempFilePath"].endswith(f".{kind.lower()}")
    assert (len(data), data[:2]) == (result["fileSize"], begins[:2])


def test_a_wav_says_what_it_is() -> None:
    with wave.open(io.BytesIO(Sound("wav", 16000, 2).of_length(1500))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getnframes()) == (16000, 2, 24000)


@pytest.mark.parametrize(("kind", "frames"), [("mp3", 115), ("aac", 63)])
def test_frames_are_whole(kind: Any, frames: int) -> None:
    sound = Sound(kind, 8000, 1)
    once, thrice = sound.of_length(1000), sound.of_length(3000)
    assert thrice.startswith(once)
    assert thrice.count(once[:2]) >= frames - 1
    assert len(sound.of_length(1)) < len(once) / 5


def test_pauses_do_not_count(host: FakeHost, clock: FakeClock) -> None:
    started = start(host)
    clock.go(1000)
    assert names(host.call("RecorderManager.pause", task=TASK)) == ["onPause"]
    clock.go(5000)
    assert names(host.call("RecorderManager.resume", task=TASK)) == ["onResume"]
    clock.go(500)
    stop(host)
    assert started.events[-1][1]["duration"] == 1500


def test_it_ends_by_itself_when_its_time_is_over(host: FakeHost, clock: FakeClock) -> None:
    started = start(host, duration=2000)
    clock.go(1500)
    host.call("RecorderManager.pause", task=TASK)
    clock.go(1000)
    resumed = host.call("RecorderManager.resume", task=TASK)
    clock.go(499)
    assert (names(resumed), names(started)) == (["onResume"], ["onStart"])
    clock.go(1)
    assert started.events[-1][1]["duration"] == 2000
    assert stop(host).result == {"errMsg": "stop:fail recorder not start"}


def test_frames_come_while_it_records_and_make_the_file(host: FakeHost, clock: FakeClock) -> None:
    started = start(host, format="PCM", frameSize=4, sampleRate=8000, numberOfChannels=1)
    clock.go(1000)
    assert names(started)[1:] == ["onFrameRecorded"] * 3
    stop(host)
    clock.go(1000)
    frames = [detail for name, detail, _ in started.events if name == "onFrameRecorded"]
    assert [one["isLastFrame"] for one in frames] == [False, False, False, True]
    assert names(started)[-2:] == ["onFrameRecorded", "onStop"]
    assert sum(len(one["frameBuffer"]["$b64"]) for one in frames) > 16000


def test_refusals(host: FakeHost, clock: FakeClock) -> None:
    for method in ("stop", "pause"):
        assert host.call(f"RecorderManager.{method}", task=TASK).result == {
            "errMsg": f"{method}:fail recorder not start"
        }
    assert host.call("RecorderManager.resume", task=TASK).result == {"errMsg": "resume:fail recorder not paused"}
    start(host)
    again = start(host).result
    assert again == {"errMsg": "start:fail audio is recording, don't start record again"}


def test_the_older_recorder_answers_at_the_end(host: FakeHost, clock: FakeClock) -> None:
    started = host.call("startRecord")
    assert started.result is None
    clock.go(1000)
    assert host.call("stopRecord").ok
    assert started.result is not None
    assert written(host, started.result)[:2] == b"\xff\xf1"
    assert host.call("stopRecord").ok is False
    again = host.call("startRecord")
    clock.go(60_000)
    assert again.ok


def test_sources(host: FakeHost) -> None:
    result = host.call("getAvailableAudioSources").result
    assert result is not None
    assert result["audioSources"] == ["auto", "buildInMic", "headsetMic"]


def test_who_does_not_allow_it_is_not_recorded(host: FakeHost) -> None:
    host.play({"permission.record": "denied"})
    refused = start(host)
    assert (refused.ok, refused.events) == (False, [])
    assert host.call("stopRecord").ok is False
