"""A client of the Debug Adapter Protocol without a stream, and a starter that starts nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from simulator.debug.dap.session import CannotLaunch, DebugSession
from simulator.debug.debuggee import Debuggee
from tests.support.debuggee import DebuggeeParts


class FakeStarter:
    """Hands out the parts of a test; `asked` notes what it was asked. `problem` is why it starts nothing."""

    def __init__(self, parts: DebuggeeParts) -> None:
        self._parts = parts
        self.asked: list[tuple[str, ...]] = []
        self.problem = ""
        self.ended: Callable[[str], None] = lambda _why: None

    def prepare(self, project: Path, device: str, ended: Callable[[str], None]) -> Debuggee:
        if device == "no such phone":
            raise CannotLaunch("no device is named 'no such phone'")
        self.asked.append(("prepare", project.name, device))
        self.ended = ended
        return self._parts.debuggee

    def start(self, page: str, started: Callable[[str], None]) -> None:
        self.asked.append(("start", page))
        started(self.problem)

    def close(self) -> None:
        self.asked.append(("close",))


class DapClient:
    """One session."""

    def __init__(self, parts: DebuggeeParts) -> None:
        self.said: list[dict[str, Any]] = []
        self.starter = FakeStarter(parts)
        self.is_over = False
        self._number = 100
        self.session = DebugSession(self.starter, lambda body: self.said.append(json.loads(body)), self._over)

    def send(self, command: str, **arguments: Any) -> int:
        """Sends a request; returns its number."""
        self._number += 1
        request = {"seq": self._number, "type": "request", "command": command, "arguments": arguments}
        self.session.receive(json.dumps(request).encode())
        return self._number

    def response(self, number: int) -> dict[str, Any] | None:
        """The response to a request, if it is there."""
        return next((one for one in self.said if one.get("request_seq") == number), None)

    def ask(self, command: str, **arguments: Any) -> dict[str, Any]:
        """The body of the response; an error fails the test."""
        response = self.response(self.send(command, **arguments))
        assert response is not None, "no response"
        assert response["success"], response
        body: dict[str, Any] = response.get("body", {})
        return body

    def refused(self, command: str, **arguments: Any) -> str:
        """The text of the error."""
        response = self.response(self.send(command, **arguments))
        assert response is not None, "no response"
        assert not response["success"], response
        assert response["body"]["error"]["format"] != ""
        return str(response["message"])

    def events(self, event: str) -> list[dict[str, Any]]:
        """The bodies of all events of one kind, so far."""
        return [one.get("body", {}) for one in self.said if one.get("event") == event]

    def launch(self, root: Path, **arguments: Any) -> None:
        """From the beginning to the running program."""
        self.ask("initialize", adapterID="handset")
        launched = self.send("launch", project=str(root), **arguments)
        self.ask("configurationDone")
        response = self.response(launched)
        assert response is not None, "not launched"
        assert response["success"], response

    def _over(self) -> None:
        self.is_over = True
