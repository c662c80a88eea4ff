"""The style properties with the keywords that they take, from `resources/spec/styles.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files


def load_style_properties() -> Mapping[str, tuple[str, ...]]:
    """Keywords by property."""
    source = json.loads((files("resources") / "spec" / "styles.json").read_text("utf-8"))
    return {name: tuple(words.split()) for name, words in source["properties"].items()}
