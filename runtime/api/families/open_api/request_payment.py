"""wx.requestPayment: no money moves."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def request_payment(call: Call, ports: HostPorts) -> None:
    """requestPayment: no money moves."""
    dialog = {"title": "模拟支付", "content": call.text("package"), "confirmText": "支付"}
    confirm(call, ports, dialog, lambda _answer: call.succeed())


HANDLERS: tuple[Handler, ...] = (in_host("requestPayment", request_payment, state="simulated"),)
