"""wx.requestSubscribeDeviceMessage: refusing is success, too, as with messages of a service."""

from __future__ import annotations

from runtime.api.families.open_api.request_subscribe_message import request_subscribe_message
from runtime.api.handler import Handler, in_host

HANDLERS: tuple[Handler, ...] = (
    in_host("requestSubscribeDeviceMessage", request_subscribe_message, state="simulated"),
)
