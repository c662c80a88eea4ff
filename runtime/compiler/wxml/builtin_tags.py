"""The tags that the platform brings along, from the component catalogue."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

# Observed: no longer in the reference, but old projects use them and the platform still draws them.
_FORMER = frozenset({"action-sheet", "action-sheet-item", "action-sheet-cancel", "loading", "modal", "toast"})


@cache
def builtin_tags() -> frozenset[str]:
    """Names of all built-in components, compiler nodes (`block`, `slot` …) not among them."""
    catalogue = json.loads((files("resources.spec") / "components.json").read_text("utf-8"))["components"]
    return _FORMER | {name for name, entry in catalogue.items() if entry["category"] not in ("pseudo", "xr-frame")}
