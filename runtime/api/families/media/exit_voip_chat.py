"""wx.exitVoIPChat."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.media.voip_call import require_call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def exit_voip_chat(call: Call, ports: HostPorts) -> None:
    """exitVoIPChat."""
    require_call(ports)
    ports[WORLD].set("voip.isJoined", False, "program")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("exitVoIPChat", exit_voip_chat, state="simulated"),)
