"""Property values that a component is mounted with: its defaults, and values that lead into its other branches."""

from __future__ import annotations

from typing import Any

_NOT_GIVEN = frozenset({"id", "class", "style", "slot"})
_ITEM = {
    "label": "L", "text": "T", "title": "N", "name": "n", "value": "v", "id": 1, "key": "k",
    "url": "u", "content": "c", "children": [], "options": [], "disabled": False,
}  # fmt: skip
VARIANTS = ("defaults", "flipped", "texts", "numbers", "lists", "all")


def given_values(variant: str, data: dict[str, Any], properties: list[str]) -> dict[str, Any]:
    """What a component gets in this variant, from the values that its properties have by themselves."""
    values = ((name, data[name]) for name in properties if name in data and name not in _NOT_GIVEN)
    varied = ((name, _varied(variant, value)) for name, value in values)
    return {name: value for name, value in varied if value is not None}


def _varied(variant: str, value: Any) -> Any:
    is_all = variant == "all"
    if isinstance(value, bool):
        return not value if is_all or variant == "flipped" else None
    if isinstance(value, int | float):
        return value + 1 if variant == "numbers" else None
    if isinstance(value, str):
        return value or "text" if is_all or variant == "texts" else None
    if value == [] and (is_all or variant == "lists"):
        return [dict(_ITEM), {**_ITEM, "value": "w", "id": 2, "key": "k2"}]
    return None
