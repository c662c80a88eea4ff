"""What panels ask of the page views: where an element is, what it measures, what lies at a point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from runtime.protocol import view

if TYPE_CHECKING:
    from simulator.running.program import Program

Ref = tuple[int, int]
"""An element: its block instance and its number in it."""


class PageQuestions:
    """Asks for one program. `done` gets None when there is no such element, or no answer."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def measure(
        self, page_id: int, ref: Ref, styles: Sequence[str], done: Callable[[dict[str, Any] | None], None]
    ) -> None:
        """Place and size of an element in its page (px of the phone), and computed styles by name."""
        fields = {"rect": True, "size": True, "computedStyle": list(styles)}
        params = [{"nodes": [list(ref)], "fields": fields}]
        request_id = self._program.view_replies.add(lambda reply: done(_first(_value(reply))))
        body = Raw(msgspec.json.encode(params))
        self._program.send_to_view(view.CallView(page_id, request_id, "query", body))

    def frame(self, done: Callable[[dict[str, Any] | None], None]) -> None:
        """Where the visible page lies on the phone's screen: `left`, `top`, `width`, `height`, `pageId`."""
        self._automate("frame", {}, 0, done)

    def element_at(self, x: float, y: float, page_id: int, done: Callable[[dict[str, Any] | None], None]) -> None:
        """The element at a point of a page: `{id, node}`."""
        self._automate("at", {"x": x, "y": y}, page_id, done)

    def _automate(
        self, method: str, params: dict[str, Any], page_id: int, done: Callable[[dict[str, Any] | None], None]
    ) -> None:
        request_id = self._program.view_replies.add(lambda reply: done(_member(_value(reply))))
        self._program.send_to_view(view.Automate(request_id, method, params, page_id))


def _value(reply: view.Reply) -> Any:
    return None if reply.error else msgspec.json.decode(reply.result)


def _first(value: Any) -> dict[str, Any] | None:
    return _member(value[0]) if isinstance(value, list) and value else None


def _member(value: Any) -> dict[str, Any] | None:
    return value if isinstance(value, dict) else None
