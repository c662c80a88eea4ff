"""wx.setInnerAudioOption."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def set_inner_audio_option(call: Call, _ports: HostPorts) -> None:
    """setInnerAudioOption: the desk has no mute switch, no earpiece and no other app that plays, so nothing is heard of
    it."""
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setInnerAudioOption", set_inner_audio_option, state="simulated"),)
