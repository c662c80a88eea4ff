"""wx.getNFCAdapter: the one reader of the phone."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.world.radio.tags import TECH_NAMES


def adapter(call: Call, _ports: HostPorts) -> None:
    """getNFCAdapter: known by the id of this call, whatever the phone can. `value`: what the object tells of itself."""
    call.succeed({"value": {"tech": dict(TECH_NAMES)}})


HANDLERS: tuple[Handler, ...] = (in_host("getNFCAdapter", adapter, state="simulated"),)
