"""wx.setVisualEffectOnCapture: the screen is hidden from captures of the phone, which Handset does not make."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def set_visual_effect_on_capture(call: Call, ports: HostPorts) -> None:
    """setVisualEffectOnCapture."""
    if call.text("visualEffect", "none") not in ("none", "hidden"):
        raise ApiFailure("parameter error: parameter.visualEffect should be none or hidden")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setVisualEffectOnCapture", set_visual_effect_on_capture, state="simulated"),)
