"""wx.createRewardedVideoAd: the person at the phone says whether the film was watched to its end."""

from __future__ import annotations

from runtime.api.families.ad.advertising import ad_handlers
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = ad_handlers(
    "RewardedVideoAd",
    {"title": "激励视频广告（模拟）", "confirmText": "看完", "cancelText": "中途关闭"},
    lambda is_watched: {"isEnded": is_watched},
)
