"""wx.getRecorderManager and its object: records a sound that is made here, for as long as the program says. The file is
what its name says. Source: reference, RecorderManager; the words of refusals as observed on the platform."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from runtime.api.call import ApiFailure, Call, from_bytes
from runtime.api.families.media.sounds import Format, Sound
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.recorder import RECORDER, Recording
from runtime.systems.private_files import write_private

DEFAULT_MS, LONGEST_MS, SHORTEST_MS = 60_000, 600_000, 1
DEFAULT_RATE, RATES = 8000, (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
FRAME_MS = 200
EVENTS = ("Start", "Pause", "Resume", "Stop", "Error", "FrameRecorded", "InterruptionBegin", "InterruptionEnd")


def get_manager(call: Call, _ports: HostPorts) -> None:
    """getRecorderManager: its object hears by the number of this call."""
    call.succeed()


def start(call: Call, ports: HostPorts) -> None:
    """RecorderManager.start."""
    recorder = ports[RECORDER]
    if recorder.recording is not None:
        raise ApiFailure("audio is recording, don't start record again")
    options = _options(call)

    def finished(result: Mapping[str, Any]) -> None:
        if options["frameBytes"]:
            _give_frames(call, recording, result["duration"], is_last=True)
        call.emit("onStop", result)

    sound = Sound(options["format"], options["sampleRate"], options["channels"])
    recording = recorder.recording = Recording(options, ports[CLOCK].now_ms(), sound.of_length, finished)
    call.succeed()
    call.emit("onStart", {})
    _limit(call, ports, recording)
    if options["frameBytes"]:
        _next_frame(call, ports, recording)


def pause(call: Call, ports: HostPorts) -> None:
    """RecorderManager.pause."""
    recording = _running(ports)
    recording.kept_ms, recording.since_ms = recording.length_ms(ports[CLOCK].now_ms()), None
    call.succeed()
    call.emit("onPause", {})


def resume(call: Call, ports: HostPorts) -> None:
    """RecorderManager.resume."""
    recording = ports[RECORDER].recording
    if recording is None or recording.since_ms is not None:
        raise ApiFailure("recorder not paused")
    recording.since_ms = ports[CLOCK].now_ms()
    call.succeed()
    call.emit("onResume", {})
    _limit(call, ports, recording)
    if recording.options["frameBytes"]:
        _next_frame(call, ports, recording)


def stop(call: Call, ports: HostPorts) -> None:
    """RecorderManager.stop."""
    recording = ports[RECORDER].recording
    if recording is None:
        raise ApiFailure("recorder not start")
    call.succeed()
    end(ports, recording)


def end(ports: HostPorts, recording: Recording) -> None:
    """Ends a recording: makes its file, tells its length and size."""
    ports[RECORDER].recording = None
    length = max(SHORTEST_MS, min(recording.length_ms(ports[CLOCK].now_ms()), recording.options["duration"]))
    data = recording.make(length)
    path, real = ports.areas.new_file("tmp", "." + recording.options["format"].lower())
    write_private(real, data)
    recording.finished({"tempFilePath": path, "duration": length, "fileSize": len(data)})


def _options(call: Call) -> dict[str, Any]:
    kind = call.text("format", "aac")
    if kind not in get_args(Format):
        raise ApiFailure(f'format "{kind}" is not supported')
    duration = call.number("duration", DEFAULT_MS)
    rate = int(call.number("sampleRate", DEFAULT_RATE))
    # Frames are given of what has no head.
    has_frames = kind in ("mp3", "PCM")
    return {
        "format": kind,
        "duration": int(max(SHORTEST_MS, min(duration or DEFAULT_MS, LONGEST_MS))),
        "sampleRate": rate if rate in RATES else DEFAULT_RATE,
        "channels": 1 if call.number("numberOfChannels", 2) == 1 else 2,
        "frameBytes": int(call.number("frameSize") * 1024) if has_frames else 0,
    }


def _running(ports: HostPorts) -> Recording:
    recording = ports[RECORDER].recording
    if recording is None or recording.since_ms is None:
        raise ApiFailure("recorder not start")
    return recording


def _limit(call: Call, ports: HostPorts, recording: Recording) -> None:
    since, left = recording.since_ms, recording.options["duration"] - recording.kept_ms

    def over() -> None:
        # It may have been paused or stopped since.
        if ports[RECORDER].recording is recording and recording.since_ms == since:
            end(ports, recording)

    ports[CLOCK].after(max(0, left), call.later(over))


def _next_frame(call: Call, ports: HostPorts, recording: Recording) -> None:
    since = recording.since_ms

    def give() -> None:
        if ports[RECORDER].recording is not recording or recording.since_ms != since:
            return
        _give_frames(call, recording, recording.length_ms(ports[CLOCK].now_ms()), is_last=False)
        _next_frame(call, ports, recording)

    ports[CLOCK].after(FRAME_MS, call.later(give))


def _give_frames(call: Call, recording: Recording, length_ms: int, *, is_last: bool) -> None:
    size, data = recording.options["frameBytes"], recording.make(length_ms)
    while len(data) - recording.told_bytes >= size or (is_last and recording.told_bytes < len(data)):
        frame = data[recording.told_bytes : recording.told_bytes + size]
        recording.told_bytes += len(frame)
        ends = is_last and recording.told_bytes >= len(data)
        call.emit("onFrameRecorded", {"frameBuffer": from_bytes(frame), "isLastFrame": ends})


HANDLERS: tuple[Handler, ...] = (
    in_host("getRecorderManager", get_manager, state="simulated"),
    in_host("RecorderManager.start", start, state="simulated"),
    in_host("RecorderManager.pause", pause, state="simulated"),
    in_host("RecorderManager.resume", resume, state="simulated"),
    in_host("RecorderManager.stop", stop, state="simulated"),
    *in_js(*(f"RecorderManager.on{event}" for event in EVENTS), state="simulated"),
)
