"""wx.startRecord, the older recorder: its call is answered when the recording has ended."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.recorder_manager import end
from runtime.api.families.media.sounds import Sound
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.recorder import RECORDER, Recording

LONGEST_MS = 60_000
OPTIONS = {"format": "aac", "duration": LONGEST_MS, "frameBytes": 0}


def start_record(call: Call, ports: HostPorts) -> None:
    """startRecord."""
    recorder = ports[RECORDER]
    if recorder.recording is not None:
        raise ApiFailure("audio is recording, don't start record again")
    finished = call.later(lambda result: call.succeed({"tempFilePath": result["tempFilePath"]}))
    recording = recorder.recording = Recording(
        OPTIONS, ports[CLOCK].now_ms(), Sound("aac", 8000, 1).of_length, finished
    )

    def over() -> None:
        if recorder.recording is recording:
            end(ports, recording)

    ports[CLOCK].after(LONGEST_MS, call.later(over))


HANDLERS: tuple[Handler, ...] = (in_host("startRecord", start_record, state="simulated"),)
