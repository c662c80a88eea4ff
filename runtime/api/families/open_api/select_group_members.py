"""wx.selectGroupMembers: the members of a chat are those of the world."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def select_group_members(call: Call, ports: HostPorts) -> None:
    """selectGroupMembers: all of the world's, up to as many as the program wants."""
    members = ports[WORLD]["chat.members"]
    if (most := int(call.number("maxSelectCount"))) > 0:
        members = members[:most]
    dialog = {"title": "选择群成员", "content": "\n".join(members)}
    confirm(call, ports, dialog, lambda _answer: call.succeed({"members": members}))


HANDLERS: tuple[Handler, ...] = (in_host("selectGroupMembers", select_group_members, state="simulated"),)
