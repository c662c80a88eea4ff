"""wx.getChatToolInfo: the chat that the program is bound to, as a server can decrypt it."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.user_data import encrypted
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_chat_tool_info(call: Call, ports: HostPorts) -> None:
    """getChatToolInfo."""
    world = ports[WORLD]
    if not world["chat.groupId"]:
        raise ApiFailure("not in chat tool mode")
    secret = {"opengid": world["chat.groupId"], "chat_type": world["chat.type"], "group_openid": world["chat.memberId"]}
    call.succeed(encrypted(ports, secret))


HANDLERS: tuple[Handler, ...] = (in_host("getChatToolInfo", get_chat_tool_info, state="simulated"),)
