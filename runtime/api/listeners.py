"""`wx.on…` and `wx.off…` whose events Handset sends. All others take listeners too, but nobody calls them.

The logic layer keeps the listeners (runtime/js/logic/api/listeners.js); events come from it or from the host.
"""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

WORKING = (
    "AppShow", "AppHide", "Error", "UnhandledRejection", "PageNotFound", "ThemeChange", "WindowResize",
    "BeforeAppRoute", "AppRoute", "AppRouteDone", "BeforePageLoad", "AfterPageLoad", "BeforePageUnload",
    "AfterPageUnload", "NetworkStatusChange", "KeyboardHeightChange",
)  # fmt: skip

HANDLERS: tuple[Handler, ...] = in_js(*(f"{side}{event}" for event in WORKING for side in ("on", "off")))
