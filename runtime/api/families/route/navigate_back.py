"""wx.navigateBack."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.navigation import NAVIGATION


def navigate_back(call: Call, ports: HostPorts) -> None:
    """navigateBack; a delta below 1 counts as 1."""
    ports[NAVIGATION].route("navigateBack", "", max(1, int(call.number("delta", 1))), call.request.call_id)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("navigateBack", navigate_back),)
