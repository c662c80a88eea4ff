"""wx.createInterstitialAd: the person at the phone closes it."""

from __future__ import annotations

from runtime.api.families.ad.advertising import ad_handlers
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = ad_handlers(
    "InterstitialAd",
    {"title": "插屏广告（模拟）", "confirmText": "关闭", "showCancel": False},
    lambda _is_closed: {},
)
