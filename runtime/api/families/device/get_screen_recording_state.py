"""wx.getScreenRecordingState."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_screen_recording_state(call: Call, ports: HostPorts) -> None:
    """getScreenRecordingState."""
    call.succeed({"state": "on" if ports[WORLD]["screen.isRecorded"] else "off"})


HANDLERS: tuple[Handler, ...] = (in_host("getScreenRecordingState", get_screen_recording_state, state="simulated"),)
