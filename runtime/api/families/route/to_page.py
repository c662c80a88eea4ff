"""The routes that lead to a page."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.navigation import NAVIGATION, OpenType


def to_page(open_type: OpenType) -> Handler:
    """A route: the session decides what it does, here it is only handed on.

    `navigateTo` needs its event channel: the logic layer makes it by the call's id
    (runtime/js/logic/api/event_channel.js).
    """

    def run(call: Call, ports: HostPorts) -> None:
        ports[NAVIGATION].route(open_type, call.text("url"), 1, call.request.call_id)
        call.succeed()

    return in_host(open_type, run)
