"""A cloud as panels see it, whose answers a test gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ide.models.cloud import CloudAnswer


class FakeCloud:
    """Implements `ide.models.cloud.Cloud`. `answers` by name; what is not there is answered empty."""

    def __init__(self) -> None:
        self.is_trusted = False
        self.answers: dict[str, CloudAnswer] = {}
        self.asked: list[tuple[str, Mapping[str, Any]]] = []

    def trust(self) -> None:
        self.is_trusted = True

    def ask(self, name: str, args: Mapping[str, Any], done: Callable[[CloudAnswer], None]) -> None:
        self.asked.append((name, args))
        done(self.answers.get(name, {}))
