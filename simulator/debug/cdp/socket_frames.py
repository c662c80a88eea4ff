"""The program's sockets as the protocol's web sockets, from the records of calls and events."""

from __future__ import annotations

from typing import Any

from simulator.bridge.record import Record
from simulator.debug.cdp.commands import EventSink
from simulator.debug.cdp.exchanges import body_text, json_object

TEXT, BINARY = 1, 2


class SocketFrames:
    """Tells `event` of the sockets of one run."""

    def __init__(self, event: EventSink) -> None:
        self._event = event
        self._open: set[str] = set()

    def begin_run(self) -> None:
        """Sockets of the former run are gone."""
        self._open.clear()

    def record(self, record: Record) -> None:
        """Takes any record."""
        if record.kind == "api" and record.outcome != "pending":
            if record.title == "connectSocket":
                self._made(record)
            elif record.title == "SocketTask.send":
                self._sent(record)
        elif record.kind == "bridge" and record.title.startswith("api-event on"):
            message = json_object(record.payload)
            if message.get("target"):
                self._happened(str(message["target"]), str(message.get("name")), message.get("detail"), record)

    def _made(self, record: Record) -> None:
        number = str(json_object(record.result).get("socketTaskId", ""))
        if number and number not in self._open:
            self._open.add(number)
            url = str(json_object(record.payload).get("url", ""))
            self._event("Network.webSocketCreated", requestId=_id(number), url=url, initiator={"type": "script"})

    def _sent(self, record: Record) -> None:
        given = json_object(record.payload)
        number = str(given.get("task", ""))
        if number in self._open:
            self._frame("Network.webSocketFrameSent", number, given.get("data"), record)

    def _happened(self, number: str, name: str, detail: Any, record: Record) -> None:
        if number not in self._open:
            return
        what = detail if isinstance(detail, dict) else {}
        if name == "onMessage":
            self._frame("Network.webSocketFrameReceived", number, what.get("data"), record)
        elif name == "onError":
            self._event(
                "Network.webSocketFrameError", requestId=_id(number), timestamp=record.time_ms / 1000,
                errorMessage=str(what.get("errMsg", "")),
            )  # fmt: skip
        elif name == "onClose":
            self._open.discard(number)
            self._event("Network.webSocketClosed", requestId=_id(number), timestamp=record.time_ms / 1000)

    def _frame(self, event: str, number: str, data: Any, record: Record) -> None:
        text, is_binary = body_text(data)
        frame = {"opcode": BINARY if is_binary else TEXT, "mask": False, "payloadData": text}
        self._event(event, requestId=_id(number), timestamp=record.time_ms / 1000, response=frame)


def _id(number: str) -> str:
    return f"socket.{number}"
