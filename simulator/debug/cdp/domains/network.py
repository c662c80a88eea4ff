"""Network: the program's requests and sockets, from the records of its calls.

Timing is that of the call. Pictures and fonts are loaded by the phone's page, which has tools of its own.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from simulator.bridge.record import Record
from simulator.debug.cdp.commands import CdpError, Command, Params, Reply, does_nothing, refuses
from simulator.debug.cdp.desk import Desk
from simulator.debug.cdp.exchanges import Exchange, exchange_of
from simulator.debug.cdp.socket_frames import SocketFrames

MOST_KEPT = 500
MOST_KEPT_BYTES = 64 * 1024 * 1024


class RequestParams(Params, frozen=True):
    """Of commands about one exchange."""

    request_id: str


class NetworkDomain:
    """Of one client."""

    name = "Network"
    events: Sequence[str] = (
        "requestWillBeSent", "responseReceived", "dataReceived", "loadingFinished", "loadingFailed",
        "webSocketCreated", "webSocketFrameSent", "webSocketFrameReceived", "webSocketFrameError", "webSocketClosed",
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._leave: Callable[[], None] | None = None
        self._begun: set[str] = set()
        self._ended: OrderedDict[str, Exchange] = OrderedDict()
        self._kept_bytes = 0
        self._sockets = SocketFrames(desk.event)

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": Command(Params, self._enable),
            "disable": Command(Params, self._disable),
            "getResponseBody": Command(RequestParams, self._get_response_body),
            "getRequestPostData": Command(RequestParams, self._get_post_data),
            "clearBrowserCache": refuses("Requests of a mini program are not cached"),
            "setCacheDisabled": does_nothing(),
            "setAttachDebugStack": does_nothing(),
            "emulateNetworkConditions": refuses("The network is set in the Device panel"),
            "setExtraHTTPHeaders": refuses("Headers of a mini program are its own"),
        }

    def close(self) -> None:
        """Hears no more, keeps nothing."""
        if self._leave is not None:
            self._leave()
            self._leave = None
        self._ended.clear()

    def _enable(self, _params: Params, reply: Reply) -> None:
        if self._leave is None:
            self._leave = self._desk.history.subscribe(self._record)
        reply.done()

    def _disable(self, _params: Params, reply: Reply) -> None:
        self.close()
        reply.done()

    def _record(self, record: Record) -> None:
        if record.code == "launch":
            self._sockets.begin_run()
        elif (exchange := exchange_of(record)) is not None:
            self._tell(exchange, record)
        else:
            self._sockets.record(record)

    def _tell(self, exchange: Exchange, record: Record) -> None:
        began_s = record.time_ms / 1000
        if exchange.id not in self._begun:
            self._begun.add(exchange.id)
            initiator = {"type": "script", **self._stack(record)}
            self._desk.event(
                "Network.requestWillBeSent", requestId=exchange.id, loaderId="", documentURL="", timestamp=began_s,
                request=exchange.request(), wallTime=began_s, initiator=initiator, redirectHasExtraInfo=False,
                type=exchange.kind,
            )  # fmt: skip
        if exchange.has_ended:
            self._begun.discard(exchange.id)
            self._tell_end(exchange, (record.time_ms + (record.duration_ms or 0.0)) / 1000)

    def _tell_end(self, exchange: Exchange, now_s: float) -> None:
        event, number = self._desk.event, exchange.id
        if exchange.has_failed:
            event(
                "Network.loadingFailed", requestId=number, timestamp=now_s, type=exchange.kind,
                errorText=exchange.error, canceled="abort" in exchange.error,
            )  # fmt: skip
            return
        event(
            "Network.responseReceived", requestId=number, loaderId="", timestamp=now_s, type=exchange.kind,
            response=exchange.response(), hasExtraInfo=False,
        )  # fmt: skip
        size = exchange.size_bytes
        event("Network.dataReceived", requestId=number, timestamp=now_s, dataLength=size, encodedDataLength=size)
        event("Network.loadingFinished", requestId=number, timestamp=now_s, encodedDataLength=size)
        self._keep(exchange)

    def _keep(self, exchange: Exchange) -> None:
        self._ended[exchange.id] = exchange
        self._kept_bytes += exchange.size_bytes
        while len(self._ended) > MOST_KEPT or (self._kept_bytes > MOST_KEPT_BYTES and len(self._ended) > 1):
            _, gone = self._ended.popitem(last=False)
            self._kept_bytes -= gone.size_bytes

    def _get_response_body(self, asked: RequestParams, reply: Reply) -> None:
        exchange = self._ended.get(asked.request_id)
        if exchange is None:
            raise CdpError("No resource with given identifier found")
        if exchange.is_cut:
            raise CdpError("The body is too large to be kept")
        body, is_base64 = exchange.response_body()
        reply.done(body=body, base64Encoded=is_base64)

    def _get_post_data(self, asked: RequestParams, reply: Reply) -> None:
        exchange = self._ended.get(asked.request_id)
        if exchange is None or not exchange.body:
            raise CdpError("No post data available for the request")
        reply.done(postData=exchange.body)

    def _stack(self, record: Record) -> dict[str, Any]:
        return {"stack": self._desk.places.stack_trace(record.stack)} if record.stack else {}
