"""Methods of pages and components that the platform calls by their name. Source: page and component reference pages."""

from __future__ import annotations

LIFE_CYCLE = frozenset({
    "onLoad", "onShow", "onReady", "onHide", "onUnload", "onRouteDone", "onPullDownRefresh", "onReachBottom",
    "onShareAppMessage", "onShareTimeline", "onAddToFavorites", "onPageScroll", "onResize", "onTabItemTap",
    "onSaveExitState", "created", "attached", "ready", "moved", "detached", "error",
})  # fmt: skip
