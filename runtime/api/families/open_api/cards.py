"""Coupons that a call names."""

from __future__ import annotations

from typing import Any

from runtime.api.call import Call


def cards_of(call: Call) -> list[dict[str, Any]]:
    """The argument `cardList`; what is no object in it is left out."""
    return [card for card in call.items("cardList") if isinstance(card, dict)]


def names_of(cards: list[dict[str, Any]]) -> str:
    """A line for each."""
    return "\n".join(str(card.get("cardId", "")) for card in cards)
