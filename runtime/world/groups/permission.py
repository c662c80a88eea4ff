"""What the phone's user allows the program, by scope."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Choice

ASKS_FOR: Mapping[str, str] = MappingProxyType(
    {
        "scope.userInfo": "获取你的昵称、头像、地区及性别",
        "scope.userLocation": "获取你的位置信息",
        "scope.userFuzzyLocation": "获取你的模糊位置信息",
        "scope.userLocationBackground": "在后台获取你的位置信息",
        "scope.address": "获取你的通讯地址",
        "scope.invoiceTitle": "获取你的发票抬头",
        "scope.invoice": "获取你的发票",
        "scope.werun": "获取你的微信运动步数",
        "scope.record": "使用你的麦克风",
        "scope.writePhotosAlbum": "保存图片或视频到你的相册",
        "scope.camera": "使用你的摄像头",
        "scope.bluetooth": "使用你的蓝牙",
        "scope.addPhoneContact": "添加到你的联系人",
        "scope.addPhoneCalendar": "添加到你的日历",
    }
)
"""What the phone asks its user, by scope; the phone speaks Chinese."""
LABELS: Mapping[str, str] = MappingProxyType({
    "scope.userInfo": "用户信息", "scope.userLocation": "位置信息", "scope.userFuzzyLocation": "模糊位置信息",
    "scope.userLocationBackground": "后台位置信息", "scope.address": "通讯地址", "scope.invoiceTitle": "发票抬头",
    "scope.invoice": "发票", "scope.werun": "微信运动步数", "scope.record": "麦克风",
    "scope.writePhotosAlbum": "添加到相册", "scope.camera": "摄像头", "scope.bluetooth": "蓝牙",
    "scope.addPhoneContact": "添加到联系人", "scope.addPhoneCalendar": "添加到日历",
})  # fmt: skip
"""Names of the same on the phone's settings page."""
SCOPES = tuple(ASKS_FOR)
DECISIONS = ("ask", "granted", "denied", "off")
"""`ask`: nobody has decided yet. `off`: the phone's system does not allow it to the app that the program runs in."""


def permission_of(scope: str) -> str:
    """The world value of a scope: `permission.camera` of `scope.camera`."""
    return f"permission.{scope.removeprefix('scope.')}"


GROUP = Group("permission", 50, tuple(WorldValue(permission_of(scope), Choice(DECISIONS), "ask") for scope in SCOPES))
