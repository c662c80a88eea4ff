"""wx.stopRecord."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.media.recorder_manager import end
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.recorder import RECORDER


def stop_record(call: Call, ports: HostPorts) -> None:
    """stopRecord."""
    recording = ports[RECORDER].recording
    if recording is None:
        raise ApiFailure("recorder not start")
    end(ports, recording)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("stopRecord", stop_record, state="simulated"),)
