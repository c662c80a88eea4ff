"""The phone shell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from runtime.api.call import ApiFailure
from runtime.api.port import Port, Reply


class UiPort(Protocol):
    """The phone shell. `method` and `params` are those of resources/docs/wire.md, "Shell"."""

    def show(self, page_id: int, method: str, params: Mapping[str, Any]) -> None:
        """Changes the shell."""

    def ask(self, page_id: int, method: str, params: Mapping[str, Any], reply: Reply) -> None:
        """Shows something that the user answers."""


class FakeUi:
    """Keeps what is shown and asked; `answer` is the person at the phone."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, dict[str, Any]]] = []
        self.asked: list[tuple[str, dict[str, Any], Reply]] = []

    def show(self, page_id: int, method: str, params: Mapping[str, Any]) -> None:
        self.shown.append((method, dict(params)))

    def ask(self, page_id: int, method: str, params: Mapping[str, Any], reply: Reply) -> None:
        self.asked.append((method, dict(params), reply))

    def answer(self, result: Mapping[str, Any] | ApiFailure) -> None:
        self.asked.pop(0)[2](result)


UI: Port[UiPort] = Port("ui", FakeUi)
