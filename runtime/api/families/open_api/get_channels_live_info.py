"""wx.getChannelsLiveInfo: a live stream is that of the world."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_channels_live_info(call: Call, ports: HostPorts) -> None:
    """getChannelsLiveInfo: there is none without an id."""
    live = ports[WORLD].members("channelsLive")
    if not live["feedId"]:
        raise ApiFailure("no live of this channel")
    call.succeed({**live, "otherInfos": []})


HANDLERS: tuple[Handler, ...] = (in_host("getChannelsLiveInfo", get_channels_live_info, state="simulated"),)
