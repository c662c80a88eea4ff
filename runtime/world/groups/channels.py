"""A video channel, its live stream and the notice of the next, as other programs see them."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.groups.user import DEFAULT_AVATAR
from runtime.world.kinds import Flag, Number, Text

GROUP = Group(
    "channels",
    120,
    (
        WorldValue("channels.sharerOpenId", Text(), ""),
        # Empty: there is no live stream.
        WorldValue("channelsLive.feedId", Text(), "handset-feed"),
        WorldValue("channelsLive.nonceId", Text(), "handset-nonce"),
        WorldValue("channelsLive.nickname", Text(), "测试视频号"),
        WorldValue("channelsLive.headUrl", Text(), DEFAULT_AVATAR),
        WorldValue("channelsLive.description", Text(), "测试直播"),
        # Source: reference, wx.getChannelsLiveInfo: 1 unknown, 2 live, 3 ended, 4 forbidden.
        WorldValue("channelsLive.status", Number(1, 4, is_whole=True), 2),
        # 0 unknown, 1 none, 3 being made, 6 there.
        WorldValue("channelsLive.replayStatus", Number(0, 6, is_whole=True), 0),
        # Empty: no stream has been announced.
        WorldValue("channelsNotice.noticeId", Text(), "handset-notice"),
        WorldValue("channelsNotice.nickname", Text(), "测试视频号"),
        WorldValue("channelsNotice.headUrl", Text(), DEFAULT_AVATAR),
        WorldValue("channelsNotice.startTime", Text(), "1893456000"),
        WorldValue("channelsNotice.status", Number(0, 10, is_whole=True), 0),
        WorldValue("channelsNotice.reservable", Flag(), True),
    ),
)
