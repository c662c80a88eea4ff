"""wx.getShareInfo: the group behind a share ticket, as a server can decrypt it."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.user_data import encrypted
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_share_info(call: Call, ports: HostPorts) -> None:
    """getShareInfo: the group that the card was shared to."""
    if not call.text("shareTicket"):
        raise ApiFailure("invalid shareTicket")
    call.succeed(encrypted(ports, {"openGId": ports[WORLD]["chat.groupId"]}))


HANDLERS: tuple[Handler, ...] = (in_host("getShareInfo", get_share_info, state="simulated"),)
