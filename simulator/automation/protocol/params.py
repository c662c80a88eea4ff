"""The parameters of a request: whatever a client sends, read by name and type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class BadParams(ValueError):
    """A parameter is missing or of another type; the text names it."""


class Params:
    """`text`, `number` … raise BadParams; with `otherwise` a missing one is that."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given

    def has(self, name: str) -> bool:
        """Whether the client has said anything of it."""
        return name in self._given

    def value(self, name: str) -> Any:
        """As it was sent; None if it was not."""
        return self._given.get(name)

    def text(self, name: str, otherwise: str | None = None) -> str:
        """A string."""
        found = self._given.get(name, otherwise)
        if not isinstance(found, str):
            raise BadParams(f"params.{name}: expected string")
        return found

    def flag(self, name: str) -> bool:
        """True or false; false if missing."""
        return self._given.get(name) is True

    def page_id(self) -> int:
        """The number of a page, also as text."""
        found = self._given.get("pageId")
        if isinstance(found, str) and found.isascii() and found.isdigit():
            return int(found[:9])
        if not isinstance(found, int) or isinstance(found, bool):
            raise BadParams("params.pageId: expected number")
        return found

    def values(self, name: str) -> list[Any]:
        """A list; empty if missing."""
        found = self._given.get(name)
        if found is None:
            return []
        if not isinstance(found, list):
            raise BadParams(f"params.{name}: expected array")
        return found

    def texts(self, name: str) -> list[str]:
        """A list of strings."""
        found = self.values(name)
        if not all(isinstance(one, str) for one in found):
            raise BadParams(f"params.{name}: expected strings")
        return found

    def members(self, name: str) -> dict[str, Any]:
        """An object; empty if missing."""
        found = self._given.get(name)
        if found is None:
            return {}
        if not isinstance(found, dict):
            raise BadParams(f"params.{name}: expected object")
        return found


def number_at(values: list[Any], index: int, otherwise: float | None = None) -> float:
    """The number at a place of a list. Raises BadParams."""
    found = values[index] if index < len(values) else otherwise
    if not isinstance(found, int | float) or isinstance(found, bool):
        raise BadParams(f"params.args[{index}]: expected number")
    return found
