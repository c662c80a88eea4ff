"""wx.addCard: the user takes coupons; the wallet is no more than the dialog."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.open_api.cards import cards_of, names_of
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def add_card(call: Call, ports: HostPorts) -> None:
    """addCard: each coupon gets a code that no server knows."""
    cards = cards_of(call)
    added = [
        {
            "cardId": str(card.get("cardId", "")),
            "cardExt": str(card.get("cardExt", "")),
            "code": f"handset-code-{place}",
            "isSuccess": True,
        }
        for place, card in enumerate(cards, 1)
    ]
    dialog = {"title": "添加到卡包", "content": names_of(cards), "confirmText": "添加"}
    confirm(call, ports, dialog, lambda _answer: call.succeed({"cardList": added}))


HANDLERS: tuple[Handler, ...] = (in_host("addCard", add_card, state="simulated"),)
