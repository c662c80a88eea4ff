"""wx.getNetworkType."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.phone import PHONE


def network_type(call: Call, ports: HostPorts) -> None:
    """getNetworkType."""
    call.succeed({"networkType": ports[PHONE].network_type(), "signalStrength": 0, "hasSystemProxy": False})


HANDLERS: tuple[Handler, ...] = (in_host("getNetworkType", network_type),)
