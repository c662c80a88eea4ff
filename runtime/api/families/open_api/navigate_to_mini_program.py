"""wx.navigateToMiniProgram: asks, and stays here."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def other_program(call: Call, ports: HostPorts) -> None:
    """navigateToMiniProgram: asks, and stays here."""
    target = call.text("appId") or call.text("shortLink")
    if not target:
        raise ApiFailure("parameter error: parameter.appId should be String instead of Undefined;")
    dialog = {"title": "即将打开小程序", "content": f"{target}\n{call.text('path')}".strip(), "confirmText": "允许"}
    confirm(call, ports, dialog, lambda _answer: call.succeed())


HANDLERS: tuple[Handler, ...] = (in_host("navigateToMiniProgram", other_program, state="simulated"),)
