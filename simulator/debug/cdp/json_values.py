"""Values that a client wants as JSON, not as objects to ask for."""

from __future__ import annotations

from typing import Any

import msgspec


def by_value(json: str) -> dict[str, Any]:
    """The remote object of a value in JSON; the text is empty if the value is undefined."""
    if not json:
        return {"type": "undefined"}
    value = msgspec.json.decode(json.encode("utf-8", "replace"))
    match value:
        case None:
            return {"type": "object", "subtype": "null", "value": None}
        case bool():
            return {"type": "boolean", "value": value}
        case str():
            return {"type": "string", "value": value}
        case int() | float():
            return {"type": "number", "value": value, "description": json}
        case list():
            return {"type": "object", "subtype": "array", "value": value}
    return {"type": "object", "value": value}
