"""One client's connection without its socket: bytes in, messages out, and the other way round.

HTTP and WebSocket are the library's (`websockets`, its part without I/O). Whatever a client sends that is neither
ends the connection.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal, Protocol

from websockets.datastructures import Headers
from websockets.frames import Frame, Opcode
from websockets.http11 import Request, Response
from websockets.protocol import State
from websockets.server import ServerProtocol

from simulator.debug.cdp.admission import Answer

MAX_MESSAGE_BYTES = 16 * 1024 * 1024
UNSUPPORTED_DATA = 1003
NOT_TEXT = 1007


class Gate(Protocol):
    """Who may come in."""

    def judge(self, request: Request) -> Answer | Literal["welcome"]:
        """Whether a request may, or what it is answered."""


class Connection:
    """`is_open`: the client has come in. After each call `take_outgoing` has what is to be sent."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._protocol = ServerProtocol(max_size=MAX_MESSAGE_BYTES)
        self._fragments: list[bytes] = []
        self.is_open = False

    @property
    def is_over(self) -> bool:
        """Nothing more will come of this connection once what is outgoing has been sent."""
        return self._protocol.state is State.CLOSED or self._protocol.close_expected()

    def receive(self, data: bytes) -> list[str]:
        """Takes what has arrived; returns the messages that are complete."""
        self._protocol.receive_data(data)
        messages: list[str] = []
        for event in self._protocol.events_received():
            if isinstance(event, Request):
                self._answer(event)
            elif isinstance(event, Frame):
                self._frame(event, messages)
        return messages

    def send(self, text: str) -> None:
        """Sends a message; one to a client that has gone goes nowhere."""
        if self._protocol.state is State.OPEN:
            self._protocol.send_text(text.encode("utf-8", "replace"))

    def close(self, code: int, reason: str) -> None:
        """Says good-bye."""
        if self._protocol.state is State.OPEN:
            self._protocol.fail(code, reason)

    def take_outgoing(self) -> bytes:
        """The bytes to be sent now."""
        return b"".join(self._protocol.data_to_send())

    def _answer(self, request: Request) -> None:
        verdict = self._gate.judge(request)
        response = _http(verdict) if isinstance(verdict, Answer) else self._protocol.accept(request)
        self._protocol.send_response(response)
        self.is_open = response.status_code == HTTPStatus.SWITCHING_PROTOCOLS

    def _frame(self, frame: Frame, messages: list[str]) -> None:
        if frame.opcode is Opcode.BINARY:
            self.close(UNSUPPORTED_DATA, "messages are text")
        elif frame.opcode in (Opcode.TEXT, Opcode.CONT):
            self._fragments.append(bytes(frame.data))
            if frame.fin:
                self._message(messages)

    def _message(self, messages: list[str]) -> None:
        data, self._fragments = b"".join(self._fragments), []
        try:
            messages.append(data.decode())
        except UnicodeDecodeError:
            self.close(NOT_TEXT, "messages are UTF-8")


def _http(answer: Answer) -> Response:
    is_json = answer.status is HTTPStatus.OK
    headers = Headers(
        {
            "Content-Type": "application/json; charset=UTF-8" if is_json else "text/plain; charset=utf-8",
            "Content-Length": str(len(answer.body)),
            "Cache-Control": "no-cache",
            "Connection": "close",
        }
    )
    return Response(answer.status.value, answer.status.phrase, headers, answer.body)
