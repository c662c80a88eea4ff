"""wx.isVKSupport."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts


def is_vk_support(call: Call, _ports: LogicPorts) -> None:
    """isVKSupport: of no version; `wx.createVKSession` says why."""
    call.succeed({"value": False})


HANDLERS: tuple[Handler, ...] = (in_logic("isVKSupport", is_vk_support),)
