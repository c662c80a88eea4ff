"""wx.sendSms: once confirmed."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def send_sms(call: Call, ports: HostPorts) -> None:
    """sendSms."""
    dialog = {"title": call.text("phoneNumber") or "短信", "content": call.text("content"), "confirmText": "发送"}
    confirm(call, ports, dialog, lambda _answer: call.succeed())


HANDLERS: tuple[Handler, ...] = (in_host("sendSms", send_sms, state="simulated"),)
