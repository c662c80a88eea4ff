"""wx.getChannelsShareKey: who has shared the program is a world value."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_channels_share_key(call: Call, ports: HostPorts) -> None:
    """getChannelsShareKey: nobody has shared the program if the world names none."""
    sharer = ports[WORLD]["channels.sharerOpenId"]
    if not sharer:
        raise ApiFailure("not opened from a channel")
    call.succeed({"sharerOpenId": sharer, "promoter": {"finderNickname": "", "promoterId": "", "promoterOpenId": ""}})


HANDLERS: tuple[Handler, ...] = (in_host("getChannelsShareKey", get_channels_share_key, state="simulated"),)
