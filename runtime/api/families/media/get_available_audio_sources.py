"""wx.getAvailableAudioSources."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts

SOURCES = ("auto", "buildInMic", "headsetMic")


def get_available_audio_sources(call: Call, _ports: HostPorts) -> None:
    """getAvailableAudioSources: those of an iPhone, which every phone here has."""
    call.succeed({"audioSources": list(SOURCES)})


HANDLERS: tuple[Handler, ...] = (in_host("getAvailableAudioSources", get_available_audio_sources, state="simulated"),)
