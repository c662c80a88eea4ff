"""wx.openCard: a dialog stands for the coupons."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.open_api.cards import cards_of, names_of
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def open_card(call: Call, ports: HostPorts) -> None:
    """openCard."""
    confirm(call, ports, {"title": "卡券", "content": names_of(cards_of(call))}, lambda _answer: call.succeed())


HANDLERS: tuple[Handler, ...] = (in_host("openCard", open_card, state="simulated"),)
