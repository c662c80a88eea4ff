"""One client's conversation: requests in, responses and events out, each numbered. Knows neither streams nor Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from simulator.debug.dap.requests import DapError, Request

MOST_UNANSWERED = 1000


class _Envelope(msgspec.Struct, frozen=True):
    seq: Any = None
    type: Any = None
    command: Any = None
    arguments: msgspec.Raw = msgspec.Raw(b"{}")


class _Reply:
    """The response to one request; a second one goes nowhere."""

    def __init__(self, number: int, command: str, conversation: Conversation) -> None:
        self._number = number
        self._command = command
        self._conversation: Conversation | None = conversation

    def done(self, **body: Any) -> None:
        """It has been carried out."""
        self._answer({"success": True, **({"body": body} if body else {})})

    def fail(self, message: str) -> None:
        """It cannot be."""
        error = {"id": 1, "format": message.replace("{", "(").replace("}", ")"), "showUser": True}
        self._answer({"success": False, "message": message, "body": {"error": error}})

    def _answer(self, what: Mapping[str, Any]) -> None:
        conversation, self._conversation = self._conversation, None
        if conversation is not None:
            conversation.answered({"request_seq": self._number, "command": self._command, **what})


class Conversation:
    """`send` takes encoded messages. `use` says which requests are understood."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send = send
        self._requests: dict[str, Request[Any]] = {}
        self._last = 0
        self._unanswered = 0
        self._is_over = False

    def use(self, requests: Mapping[str, Request[Any]]) -> None:
        """From now on these are understood, too."""
        self._requests.update(requests)

    def receive(self, body: bytes) -> None:
        """Carries out one request. What is none is passed over, as the protocol has no answer to it."""
        try:
            asked = msgspec.json.decode(body, type=_Envelope)
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
            return
        if asked.type != "request" or not isinstance(asked.seq, int) or not isinstance(asked.command, str):
            return
        self._unanswered += 1
        reply = _Reply(asked.seq, asked.command[:200], self)
        request = self._requests.get(asked.command)
        if request is None:
            reply.fail(f"Handset does not know the request {asked.command[:200]}")
        elif self._unanswered > MOST_UNANSWERED:
            reply.fail(f"{MOST_UNANSWERED} requests wait for their answer already")
        else:
            _run(request, asked.arguments, reply)

    def event(self, event: str, **body: Any) -> None:
        """Sends an event."""
        self._post({"type": "event", "event": event, **({"body": body} if body else {})})

    def answered(self, message: Mapping[str, Any]) -> None:
        """A response is there."""
        self._unanswered -= 1
        self._post({"type": "response", **message})

    def end(self) -> None:
        """Nothing is said any more."""
        self._is_over = True

    def _post(self, message: Mapping[str, Any]) -> None:
        if not self._is_over:
            self._last += 1
            self._send(msgspec.json.encode({"seq": self._last, **message}))


def _run(request: Request[Any], given: msgspec.Raw, reply: _Reply) -> None:
    try:
        arguments = msgspec.json.decode(given if bytes(given) != b"null" else b"{}", type=request.arguments)
    except (msgspec.MsgspecError, RecursionError) as error:
        reply.fail(f"Arguments: {error}")
        return
    try:
        request.run(arguments, reply)
    except DapError as error:
        reply.fail(str(error))
