"""wx.getGroupEnterInfo: the chat that the program was opened from, as a server can decrypt it."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.user_data import encrypted
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

GROUPS = (3, 4)


def get_group_enter_info(call: Call, ports: HostPorts) -> None:
    """getGroupEnterInfo: of a chat between two only if the program says that it may be one."""
    world = ports[WORLD]
    kind = world["chat.type"]
    if not world["chat.groupId"] or (kind not in GROUPS and not call.flag("allowSingleChat")):
        raise ApiFailure("not entered from a group chat")
    secret = {"opengid": world["chat.groupId"], "chatType": kind}
    if call.flag("needGroupOpenID"):
        secret["groupOpenID"] = world["chat.memberId"]
    call.succeed(encrypted(ports, secret))


HANDLERS: tuple[Handler, ...] = (in_host("getGroupEnterInfo", get_group_enter_info, state="simulated"),)
