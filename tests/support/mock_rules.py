"""The mock rules of a program that runs nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ide.models.signal import Signal
from runtime.mocks.model import MockFile, MockRule


class FakeMocks:
    """Rules that answer nothing; `refusal` is why none can be kept. A trial waits in `tried`."""

    names = ("FileSystemManager.readFile", "getLocation", "request")
    file = ".handset/mocks.json"

    def __init__(self) -> None:
        self.changed: Signal[None] = Signal()
        self.mocks = MockFile()
        self.hits: Sequence[int] = ()
        self.error = self.refusal = ""
        self.is_off = False
        self.tried: list[tuple[MockRule, Mapping[str, Any], Callable[[str, Any], None]]] = []

    def keep(self, mocks: MockFile) -> str:
        if not self.refusal:
            self.mocks = mocks
            self.changed.emit(None)
        return self.refusal

    def try_rule(self, rule: MockRule, args: Mapping[str, Any], done: Callable[[str, Any], None]) -> None:
        self.tried.append((rule, args, done))
