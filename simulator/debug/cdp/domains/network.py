"""Network: the traffic of the program and of its phone, as the host's log has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.debug.cdp.commands import CdpError, Command, Params, Reply, does_nothing, refuses
from simulator.debug.cdp.desk import Desk
from simulator.debug.cdp.exchanges import body_of, frame_of, request_of, resource_type, response_of
from simulator.traffic.exchange import Exchange


class RequestParams(Params, frozen=True):
    """Of commands about one exchange."""

    request_id: str


@dataclass(slots=True)
class _Told:
    """How much of an exchange the client has been told."""

    has_begun: bool = False
    frames: int = 0


class NetworkDomain:
    """Of one client, who hears of what begins after `enable`."""

    name = "Network"
    events: Sequence[str] = (
        "requestWillBeSent", "responseReceived", "dataReceived", "loadingFinished", "loadingFailed",
        "webSocketCreated", "webSocketFrameSent", "webSocketFrameReceived", "webSocketFrameError", "webSocketClosed",
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._traffic = desk.debuggee.traffic
        self._leave: Callable[[], None] | None = None
        self._told: dict[int, _Told] = {}

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": Command(Params, self._enable),
            "disable": Command(Params, self._disable),
            "getResponseBody": Command(RequestParams, self._get_response_body),
            "getRequestPostData": Command(RequestParams, self._get_post_data),
            "setCacheDisabled": does_nothing(),
            "clearAcceptedEncodingsOverride": does_nothing(),
            "setAttachDebugStack": does_nothing(),
            "clearBrowserCache": refuses("Requests of a mini program are not cached"),
            "emulateNetworkConditions": refuses("The network's conditions are set in Handset"),
            "setExtraHTTPHeaders": refuses("The headers of a mini program are its own"),
        }

    def close(self) -> None:
        """Hears no more."""
        if self._leave is not None:
            self._leave()
            self._leave = None
        self._told.clear()

    def _enable(self, _params: Params, reply: Reply) -> None:
        if self._leave is None:
            self._leave = self._traffic.subscribe(self._changed)
        reply.done()

    def _disable(self, _params: Params, reply: Reply) -> None:
        self.close()
        reply.done()

    def _changed(self, exchange: Exchange) -> None:
        if exchange.state == "waiting":
            return
        told = self._told.setdefault(exchange.number, _Told())
        if exchange.kind == "socket":
            self._tell_socket(exchange, told)
        else:
            self._tell_exchange(exchange, told)
        if exchange.state in ("ok", "failed"):
            del self._told[exchange.number]

    def _tell_exchange(self, exchange: Exchange, told: _Told) -> None:
        number, kind, began_s = str(exchange.number), resource_type(exchange), exchange.time_ms / 1000
        now_s = began_s + (exchange.duration_ms or 0.0) / 1000
        if not told.has_begun:
            told.has_begun = True
            self._desk.event(
                "Network.requestWillBeSent", requestId=number, loaderId="", documentURL="", timestamp=began_s,
                request=request_of(exchange, self._traffic.bodies), wallTime=began_s, type=kind,
                initiator=self._initiator(exchange), redirectHasExtraInfo=False,
            )  # fmt: skip
        if exchange.state == "failed":
            self._desk.event(
                "Network.loadingFailed", requestId=number, timestamp=now_s, type=kind, errorText=exchange.error,
                canceled="abort" in exchange.error,
            )  # fmt: skip
        elif exchange.state == "ok":
            size = exchange.body.size_bytes if exchange.body else 0
            self._desk.event(
                "Network.responseReceived", requestId=number, loaderId="", timestamp=now_s, type=kind,
                response=response_of(exchange), hasExtraInfo=False,
            )  # fmt: skip
            self._desk.event(
                "Network.dataReceived", requestId=number, timestamp=now_s, dataLength=size, encodedDataLength=size
            )
            self._desk.event(
                "Network.loadingFinished", requestId=number, timestamp=now_s,
                encodedDataLength=exchange.wire_bytes or size,
            )  # fmt: skip

    def _tell_socket(self, exchange: Exchange, told: _Told) -> None:
        number = str(exchange.number)
        if not told.has_begun:
            told.has_begun = True
            initiator = self._initiator(exchange)
            self._desk.event("Network.webSocketCreated", requestId=number, url=exchange.url, initiator=initiator)
        fresh, told.frames = exchange.frames - told.frames, exchange.frames
        for frame in self._traffic.frames(exchange.number)[-fresh:] if fresh else ():
            self._desk.event(
                f"Network.webSocketFrame{'Sent' if frame.is_sent else 'Received'}", requestId=number,
                timestamp=frame.time_ms / 1000,
                response=frame_of(frame.body, self._traffic.bodies, is_text=frame.is_text),
            )  # fmt: skip
        if exchange.state in ("ok", "failed"):
            now_s = (exchange.time_ms + (exchange.duration_ms or 0.0)) / 1000
            if exchange.error:
                self._desk.event(
                    "Network.webSocketFrameError", requestId=number, timestamp=now_s, errorMessage=exchange.error
                )
            self._desk.event("Network.webSocketClosed", requestId=number, timestamp=now_s)

    def _get_response_body(self, asked: RequestParams, reply: Reply) -> None:
        exchange = self._found(asked.request_id)
        if exchange.body is None:
            raise CdpError("No data found for resource with given identifier")
        found = body_of(exchange.body, exchange.media_type, self._traffic.bodies)
        if found is None:
            raise CdpError("The body is kept no more")
        reply.done(**found)

    def _get_post_data(self, asked: RequestParams, reply: Reply) -> None:
        exchange = self._found(asked.request_id)
        data = None if exchange.request_body is None else self._traffic.bodies.read(exchange.request_body)
        if data is None:
            raise CdpError("No post data available for the request")
        reply.done(postData=data.decode("utf-8", "replace"))

    def _found(self, request_id: str) -> Exchange:
        exchange = self._traffic.find(int(request_id)) if request_id.isdecimal() else None
        if exchange is None:
            raise CdpError("No resource with given identifier found")
        return exchange

    def _initiator(self, exchange: Exchange) -> dict[str, Any]:
        if not exchange.stack:
            return {"type": "other"}
        return {"type": "script", "stack": self._desk.places.stack_trace(exchange.stack)}
