"""What the host asks the phone: input, where an element is, what it measures, what lies at a point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec import Raw

from runtime.protocol import automation, inspection, view, view_calls
from simulator.bridge.requests import Requests

Ref = tuple[int, int]
"""An element: its block instance and its number in it."""
Member = dict[str, Any]


class PhoneQuestions:
    """Sends each question with a number of its own and calls `done` with its answer, once.

    `replies` takes further questions of the host, such as dialogs.
    """

    def __init__(self, send: Callable[[view.HostToView], None]) -> None:
        self._send = send
        self.replies: Requests[view.Reply] = Requests()

    def automate(self, action: automation.AutomationAction, page_id: int, done: Callable[[view.Reply], None]) -> None:
        """Real input on a page (0: on the phone around it), or a question about what it shows."""
        self._send(view.Automate(self.replies.add(done), action, page_id))

    def measure(self, page_id: int, ref: Ref, styles: Sequence[str], done: Callable[[Member | None], None]) -> None:
        """Place and size of an element in its page (px of the phone), and computed styles by name.

        `done` gets None when there is no such element, or no answer; so it does below.
        """
        fields = view_calls.QueryFields(rect=True, size=True, computed_style=list(styles))
        query = view_calls.Query([view_calls.QueryRequest([ref], fields)])
        self.call(page_id, query, lambda reply: done(_first(_value(reply))))

    def call(self, page_id: int, call: view_calls.ViewRequest, done: Callable[[view.Reply], None]) -> None:
        """What the logic layer can ask of a page."""
        self._send(view.CallView(page_id, self.replies.add(done), Raw(msgspec.json.encode(call))))

    def frame(self, done: Callable[[Member | None], None]) -> None:
        """Where the visible page lies on the phone's screen: `left`, `top`, `width`, `height`, `pageId`."""
        self.automate(automation.Frame(), 0, lambda reply: done(_member(_value(reply))))

    def element_at(self, x: float, y: float, page_id: int, done: Callable[[Member | None], None]) -> None:
        """The element at a point of a page: `{id, node}`."""
        self.automate(automation.At(x, y), page_id, lambda reply: done(_member(_value(reply))))

    def style(self, page_id: int, ref: Ref, done: Callable[[inspection.StyleAnswer | None], None]) -> None:
        """Which rules style an element, and what comes of them."""

        def take(reply: view.Reply) -> None:
            done(None if reply.error else msgspec.json.decode(reply.result, type=inspection.StyleAnswer))

        question = inspection.ElementStyle(*ref)
        self._send(view.InspectPage(page_id, self.replies.add(take), question))

    def inspect(self, page_id: int, question: inspection.Inspection, done: Callable[[bool], None]) -> None:
        """Has the view try something out; whether it could."""
        self._send(view.InspectPage(page_id, self.replies.add(lambda reply: done(not reply.error)), question))

    def watch_user(self, is_on: bool) -> None:
        """From now on the phone tells what its user does (`UserDid`), until it is loaded anew; or no more."""
        self._send(view.WatchUser(is_on))

    def answered(self, reply: view.Reply) -> bool:
        """An answer has come; False if it is to a question of the logic layer, or to none."""
        return self.replies.answered(reply.request_id, reply)

    def fail(self, why: str) -> None:
        """Nobody answers what was asked: the phone's screen has gone."""
        self.replies.fail(lambda number: view.Reply(number, error=why))


def _value(reply: view.Reply) -> Any:
    return None if reply.error else msgspec.json.decode(reply.result)


def _first(value: Any) -> Member | None:
    return _member(value[0]) if isinstance(value, list) and value else None


def _member(value: Any) -> Member | None:
    return value if isinstance(value, dict) else None
