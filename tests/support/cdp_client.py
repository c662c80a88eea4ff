"""A client of the protocol without a socket: commands as Python calls, answers and events as plain data."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from simulator.debug.cdp.all_domains import domains_of
from simulator.debug.cdp.history import History
from simulator.debug.cdp.session import Session
from tests.support.debuggee import DebuggeeParts


class CdpClient:
    """One session over the parts of a program."""

    def __init__(self, parts: DebuggeeParts) -> None:
        self.said: list[dict[str, Any]] = []
        self.history = History(parts.recorder)
        self._number = 0

        def make(event: Callable[..., None]) -> Any:
            return domains_of(parts.debuggee, self.history, event, "program")

        self.session = Session(make, lambda text: self.said.append(json.loads(text)))

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer."""
        self._number += 1
        self.session.receive(json.dumps({"id": self._number, "method": method, "params": params}))
        return next(one for one in self.said if one.get("id") == self._number)

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The result; an error fails the test."""
        answer = self.send(method, **params)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def refused(self, method: str, **params: Any) -> dict[str, Any]:
        """The error."""
        answer = self.send(method, **params)
        assert "error" in answer, answer
        error: dict[str, Any] = answer["error"]
        return error

    def events(self, method: str) -> list[dict[str, Any]]:
        """The parameters of all events of one kind, so far."""
        return [one["params"] for one in self.said if one.get("method") == method]
