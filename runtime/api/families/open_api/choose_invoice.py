"""wx.chooseInvoice: those of the world, once confirmed."""

from __future__ import annotations

import msgspec

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def choose_invoice(call: Call, ports: HostPorts) -> None:
    """chooseInvoice: the result is the JSON text of a list. Source: reference."""
    invoices = ports[WORLD]["invoice.list"]
    text = msgspec.json.encode(invoices).decode("utf-8")
    names = "\n".join(invoice["card_id"] for invoice in invoices)
    confirm(call, ports, {"title": "选择发票", "content": names}, lambda _answer: call.succeed({"invoiceInfo": text}))


HANDLERS: tuple[Handler, ...] = (in_host("chooseInvoice", choose_invoice, state="simulated"),)
