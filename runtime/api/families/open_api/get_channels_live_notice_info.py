"""wx.getChannelsLiveNoticeInfo: what is announced is that of the world."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_channels_live_notice_info(call: Call, ports: HostPorts) -> None:
    """getChannelsLiveNoticeInfo: there is none without an id."""
    notice = ports[WORLD].members("channelsNotice")
    if not notice["noticeId"]:
        raise ApiFailure("no notice of this channel")
    call.succeed({**notice, "otherInfos": []})


HANDLERS: tuple[Handler, ...] = (
    in_host("getChannelsLiveNoticeInfo", get_channels_live_notice_info, state="simulated"),
)
