"""The calls of wx that the host answered, as the console and Network show them: out of what the program sent and was
told. Nothing goes over a network here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from runtime.api.call import Request, as_bytes
from runtime.api.handler import State
from runtime.api.interceptors.trace import CallEnd, TracedCall
from runtime.api.ports.http_values import HttpRequest, Upload
from runtime.platform.platform import Platform
from runtime.protocol import codec, logic
from runtime.protocol.recording import TurnBegan
from simulator.bridge.recorder import Recorder
from simulator.recording.form import FileHead
from simulator.traffic.log import KINDS, Loaded, TrafficLog, Wire
from simulator.traffic.view_files import NOT_FOUND, kind_of

MOST_OPEN = 10_000
_RESULT, _EVENT = b'{"m":"api-result"', b'{"m":"api-event"'


class ReplayedCalls:
    """Of one replay. `wall` gives the session's time in Unix seconds. What is no message raises msgspec.MsgspecError or
    codec.FrameError."""

    def __init__(self, recorder: Recorder, platform: Platform, wall: Callable[[], float]) -> None:
        self.log = TrafficLog(clock=wall)
        self._recorder = recorder
        self._wall = wall
        self._open: dict[int, tuple[Request, float]] = {}
        self._platform = platform

    def begin_anew(self) -> None:
        """Nothing has been called."""
        self._open.clear()
        self.log.clear()

    def called(self, frame: bytes) -> None:
        """An `ApiCall`."""
        call = codec.decode_from_logic(frame)
        assert isinstance(call, logic.ApiCall)
        args = _object(call.args)
        request = Request(
            call.name, args, call.call_id, call.page_id, call.sync, call.from_tap, call.stack, bytes(call.args)
        )
        self._recorder.call(TracedCall(request, self._state(call.name), self._wall() * 1000))
        if call.name == "SocketTask.send":
            self._frame(args.get("task"), args.get("data"), is_sent=True)
        if len(self._open) < MOST_OPEN:
            self._open[call.call_id] = (request, self._wall())
        self.log.called(request)
        if call.name in ("request", "uploadFile", "downloadFile"):
            self.log.sent(call.call_id, _http(request), _headers(args.get("header")))

    def handed(self, turn: bytes) -> None:
        """A `TurnBegan`, with what the program was told."""
        for one in msgspec.json.decode(turn, type=TurnBegan).handed:
            message = bytes(one.message)
            if message.startswith(_RESULT):
                result = codec.decode_for_logic(message)
                assert isinstance(result, logic.ApiResult)
                if not result.goes_on:
                    self._ended(result)
            elif message.startswith(_EVENT):
                event = codec.decode_for_logic(message)
                assert isinstance(event, logic.ApiEvent)
                self._happened(event)

    def file(self, head: FileHead, content: bytes | None) -> None:
        """What a page got of the web."""
        if head.host != "web":
            return
        kind, media_type = kind_of(head.path, "img" if head.media_type.startswith("image/") else "")
        size = len(content) if content is not None else head.left_out or None
        self.log.loaded(
            Loaded(
                kind, head.path, self._wall() * 1000, 0.0, 200 if head.is_there else NOT_FOUND,
                head.media_type or media_type, size, content, error="" if head.is_there else "not found",
                is_there=head.is_there,
            )
        )  # fmt: skip

    def _ended(self, result: logic.ApiResult) -> None:
        opened = self._open.pop(result.call_id, None)
        if opened is None:
            return
        request, began_s = opened
        spent_ms = (self._wall() - began_s) * 1000
        end = CallEnd(result.ok, result.result, "handler", spent_ms)
        self._recorder.call(TracedCall(request, self._state(request.name), began_s * 1000, end))
        if request.name not in KINDS:
            return
        answer = _object(result.result)
        status = answer.get("statusCode")
        if isinstance(status, int):
            self.log.head(request.call_id, status, _headers(answer.get("header")))
            self.log.ended(request.call_id, Wire(), _body(answer.get("data")))
        self.log.answered(request.call_id, "" if result.ok else str(answer.get("errMsg", "fail")))

    def _state(self, name: str) -> State:
        entry = self._platform.registry.find(name)
        return entry.state if entry is not None else "unsupported"

    def _happened(self, event: logic.ApiEvent) -> None:
        if not event.target.isdecimal():
            return
        task, detail = int(event.target), _object(event.detail)
        match event.name:
            case "onOpen":
                self.log.socket_opened(task, "")
            case "onMessage":
                self._frame(task, detail.get("data"), is_sent=False)
            case "onError":
                self.log.socket_failed(task, str(detail.get("errMsg", "")))
            case "onClose":
                code = detail.get("code")
                self.log.socket_closed(task, code if isinstance(code, int) else 0, str(detail.get("reason", "")))

    def _frame(self, task: Any, data: Any, *, is_sent: bool) -> None:
        if isinstance(task, int):
            raw = as_bytes(data)
            self.log.frame(task, str(data) if raw is None else raw, is_sent=is_sent)


def _object(value: msgspec.Raw) -> dict[str, Any]:
    decoded = msgspec.json.decode(value)
    return decoded if isinstance(decoded, dict) else {}


def _headers(value: Any) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(text)) for name, text in value.items()) if isinstance(value, dict) else ()


def _http(request: Request) -> HttpRequest:
    args = request.args
    method = str(args.get("method") or "GET").upper()
    if request.name == "uploadFile":
        # The file itself is not in what the program said.
        fields = {name: text for name, text in _headers(args.get("formData"))}
        upload = Upload(str(args.get("name", "")), str(args.get("filePath", "")), b"", fields)
        return HttpRequest(str(args.get("url", "")), "POST", upload=upload)
    data = args.get("data")
    return HttpRequest(str(args.get("url", "")), method, body=None if data is None else _body(data))


def _body(data: Any) -> bytes:
    """As text where it was text, else as JSON: how it was written is not known any more."""
    raw = as_bytes(data)
    if raw is not None:
        return raw
    return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else msgspec.json.encode(data)
