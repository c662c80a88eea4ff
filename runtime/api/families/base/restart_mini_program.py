"""wx.restartMiniProgram."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.navigation import NAVIGATION


def restart_mini_program(call: Call, ports: HostPorts) -> None:
    """restartMiniProgram, and applyUpdate of the update manager."""
    call.succeed()
    ports[NAVIGATION].restart()


HANDLERS: tuple[Handler, ...] = (in_host("restartMiniProgram", restart_mini_program),)
