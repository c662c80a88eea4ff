"""wx.setEnable1v1Chat."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def set_enable_1v1_chat(call: Call, _ports: HostPorts) -> None:
    """setEnable1v1Chat: nobody calls by himself; what a call does is a world event."""
    call.succeed({"errCode": 0})


HANDLERS: tuple[Handler, ...] = (in_host("setEnable1v1Chat", set_enable_1v1_chat, state="simulated"),)
