"""The properties that style sheets may set, as the view draws them."""

from __future__ import annotations

import json
from collections.abc import Mapping


def read_style_properties(text: bytes) -> Mapping[str, tuple[str, ...]]:
    """Keywords by property."""
    return {name: tuple(words.split()) for name, words in json.loads(text)["properties"].items()}
