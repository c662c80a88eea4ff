"""wx.chooseInvoiceTitle: that of the world, once confirmed."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def choose_invoice_title(call: Call, ports: HostPorts) -> None:
    """chooseInvoiceTitle."""
    title = ports[WORLD]["invoice.title"]
    dialog = {"title": "选择发票抬头", "content": str(title.get("title", ""))}
    confirm(call, ports, dialog, lambda _answer: call.succeed(title))


HANDLERS: tuple[Handler, ...] = (in_host("chooseInvoiceTitle", choose_invoice_title, state="simulated"),)
