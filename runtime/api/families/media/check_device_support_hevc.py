"""wx.checkDeviceSupportHevc."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def check_device_support_hevc(call: Call, _ports: HostPorts) -> None:
    """checkDeviceSupportHevc: the decoder of films plays it."""
    call.succeed({"supportHevc": True})


HANDLERS: tuple[Handler, ...] = (in_host("checkDeviceSupportHevc", check_device_support_hevc),)
