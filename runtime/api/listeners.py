"""`wx.on…` and `wx.off…` whose events Handset sends. All others take listeners too, but nobody calls them.

The logic layer keeps the listeners (runtime/js/logic/api/listeners.js); events come from it or from the host.
"""

from __future__ import annotations

from runtime.api.handler import Handler, State, in_js

WORKING = (
    "AppShow", "AppHide", "Error", "UnhandledRejection", "PageNotFound", "ThemeChange", "WindowResize",
    "NetworkStatusChange", "KeyboardHeightChange", "AppRoute", "AppRouteDone", "BeforeAppRoute", "BeforePageLoad",
    "AfterPageLoad", "BeforePageUnload", "AfterPageUnload",
)  # fmt: skip
ON_ONLY = ("SocketOpen", "SocketMessage", "SocketError", "SocketClose")
SIMULATED = ("MemoryWarning", "UserCaptureScreen", "NetworkWeakChange", "BatteryInfoChange")


def _pair(event: str, state: State) -> tuple[Handler, ...]:
    return in_js(f"on{event}", f"off{event}", state=state)


HANDLERS: tuple[Handler, ...] = (
    *(handler for event in WORKING for handler in _pair(event, "works")),
    *(handler for event in SIMULATED for handler in _pair(event, "simulated")),
    *in_js(*(f"on{event}" for event in ON_ONLY)),
)
