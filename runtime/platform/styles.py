"""The properties that style sheets may set, as the view draws them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


def read_style_properties(text: bytes) -> Mapping[str, tuple[str, ...]]:
    """Keywords by property."""
    return {name: tuple(words.split()) for name, words in msgspec.json.decode(text)["properties"].items()}
