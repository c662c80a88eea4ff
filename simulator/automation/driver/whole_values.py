"""Values from previews (resources/docs/wire.md, "Previews"), and which of these do not have all of a value."""

from __future__ import annotations

from typing import Any

_NOTHING = frozenset({"undefined", "null", "function"})


def plain_value(preview: dict[str, Any]) -> Any:
    """The value as JSON can say it, as far as the preview has it."""
    kind = preview["t"]
    if kind in _NOTHING:
        return None
    if kind == "array":
        return [plain_value(item) for item in preview.get("items", ())]
    if kind == "object":
        return {name: plain_value(member) for name, member in preview.get("props", ())}
    value = preview.get("v")
    # JSON has no word for NaN and infinity.
    return None if kind == "number" and isinstance(value, str) and value != "-0" else value


def whole_handle(preview: dict[str, Any]) -> int:
    """The handle by which the rest of the value can be asked for; 0 if all of it is here."""
    handle: int = preview.get("id", 0)
    return handle if handle and not _is_whole(preview) else 0


def _is_whole(preview: dict[str, Any]) -> bool:
    if preview.get("more"):
        return False
    members = [*preview.get("items", ()), *(member for _name, member in preview.get("props", ()))]
    return all(_is_whole(member) for member in members)
