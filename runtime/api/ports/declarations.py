"""What app.json declares of what is the user's own: which calls it makes, and what it wants permissions for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from runtime.api.port import Port


class DeclarationsPort(Protocol):
    """Of the program as it was started last."""

    def take(self, app: Mapping[str, Any]) -> None:
        """The program starts with this app.json."""

    def reason(self, scope: str) -> str:
        """What it wants a permission for, in its own words; empty where it says nothing."""

    def makes(self, private_api: str) -> bool:
        """Whether it declares that it makes a call that must be declared."""


class FakeDeclarations:
    """Declares all but `missing`."""

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}
        self.missing: set[str] = set()

    def take(self, app: Mapping[str, Any]) -> None:
        """Nothing of it."""

    def reason(self, scope: str) -> str:
        return self.reasons.get(scope, "")

    def makes(self, private_api: str) -> bool:
        return private_api not in self.missing


DECLARATIONS: Port[DeclarationsPort] = Port("declarations", FakeDeclarations)
