"""Routes. The session decides what a route does; here only what the program asks is handed on.

`navigateTo` needs its event channel: the logic layer makes it by the call's id (runtime/js/logic/api/event_channel.js).
"""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts, OpenType


def _to_page(open_type: OpenType) -> Handler:
    def run(call: Call, ports: HostPorts) -> None:
        ports.navigation.route(open_type, call.text("url"), 1, call.request.call_id)
        call.succeed()

    return in_host(open_type, run)


def navigate_back(call: Call, ports: HostPorts) -> None:
    """navigateBack; a delta below 1 counts as 1."""
    ports.navigation.route("navigateBack", "", max(1, int(call.number("delta", 1))), call.request.call_id)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    _to_page("navigateTo"),
    _to_page("redirectTo"),
    _to_page("switchTab"),
    _to_page("reLaunch"),
    in_host("navigateBack", navigate_back),
)
