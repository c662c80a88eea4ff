"""wx.exitMiniProgram."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.navigation import NAVIGATION


def exit_mini_program(call: Call, ports: HostPorts) -> None:
    """exitMiniProgram."""
    call.succeed()
    ports[NAVIGATION].leave()


HANDLERS: tuple[Handler, ...] = (in_host("exitMiniProgram", exit_mini_program, state="simulated"),)
