"""wx.makePhoneCall: asks, as the system does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def make_phone_call(call: Call, ports: HostPorts) -> None:
    """makePhoneCall: asks, as the system does."""
    confirm(call, ports, _dialog(call), lambda _answer: call.succeed())


def _dialog(call: Call) -> Mapping[str, Any]:
    return {"title": call.text("phoneNumber"), "content": "", "confirmText": "呼叫"}


HANDLERS: tuple[Handler, ...] = (in_host("makePhoneCall", make_phone_call, state="simulated"),)
