"""wx.navigateBackMiniProgram: the program that has opened this one is not here, so this one goes to the background."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.navigation import NAVIGATION
from runtime.api.simulation import confirm


def navigate_back_mini_program(call: Call, ports: HostPorts) -> None:
    """navigateBackMiniProgram: asks, and leaves."""

    def leave(_answer: object) -> None:
        call.succeed()
        ports[NAVIGATION].leave()

    confirm(call, ports, {"title": "返回上一个小程序"}, leave)


HANDLERS: tuple[Handler, ...] = (in_host("navigateBackMiniProgram", navigate_back_mini_program, state="simulated"),)
