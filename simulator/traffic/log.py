"""The traffic of one program: every exchange as it is now, the newest so many of them, for whoever subscribes.

It is told by those who carry calls out (`called`, `answered`), move bytes (`sent` … `ended`, the sockets') and give the
phone's view its files (`loaded`). `task_id` is the program's call, as of `NetworkPort`; replays have negative ones.
Decides nothing, and looks into no body.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from runtime.api.call import Request
from runtime.api.ports.http_values import HttpRequest
from simulator.traffic.body_ring import BodyRing
from simulator.traffic.exchange import Body, Exchange, Frame, Headers, Hop, Kind, Timing

Subscriber = Callable[[Exchange], None]

MOST = 10_000
MOST_UNSEEN = 1_000
"""While nobody has looked."""
MOST_FRAMES = 2_000
"""Of a socket."""
KINDS: Mapping[str, Kind] = {
    "request": "request", "uploadFile": "upload", "downloadFile": "download", "connectSocket": "socket",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wire:
    """What the wire tells of an exchange at its end."""

    timing: Timing = field(default_factory=Timing)
    protocol: str = ""
    remote: str = ""
    wire_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that the phone's view has asked for. `status` 0: not known; `size_bytes` None: neither is this.
    `is_there`: the view has it, whatever the status."""

    kind: Kind
    url: str
    time_ms: float
    duration_ms: float
    status: int = 0
    media_type: str = ""
    size_bytes: int | None = None
    content: bytes | None = None
    error: str = ""
    is_there: bool = False


class TrafficLog:
    """Kept by the host for one program, over all its runs. Everything happens on the host's thread."""

    def __init__(self, bodies: BodyRing | None = None, clock: Callable[[], float] = time.time) -> None:
        self.bodies = bodies or BodyRing()
        self._clock = clock
        self._exchanges: dict[int, Exchange] = {}
        self._frames: dict[int, deque[Frame]] = {}
        self._numbers: dict[int, int] = {}
        self._last = 0
        self._most = MOST_UNSEEN
        self._subscribers: list[Subscriber] = []

    # ------------------------------------------------------------ for those who look

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Hands every new state of an exchange to `subscriber`; returns the function that ends it."""
        self._most = MOST
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def exchanges(self) -> Sequence[Exchange]:
        """All that are kept, in the order of their beginning."""
        return list(self._exchanges.values())

    def find(self, number: int) -> Exchange | None:
        """One of them."""
        return self._exchanges.get(number)

    def frames(self, number: int) -> Sequence[Frame]:
        """The newest messages of a socket."""
        return list(self._frames.get(number, ()))

    def clear(self) -> None:
        """Forgets all of it; what runs is told of no more."""
        self._exchanges.clear()
        self._frames.clear()
        self._numbers.clear()
        self.bodies.clear()

    # ------------------------------------------------------------ for those who carry out calls

    def called(self, request: Request) -> None:
        """The program has made a call; of those that are none of the network's nothing is noted."""
        kind = KINDS.get(request.name)
        if kind is not None:
            url, method = request.args.get("url"), _method(kind, request.args.get("method"))
            made = Exchange(0, kind, url if isinstance(url, str) else "", self._clock() * 1000, method, "waiting")
            self._begin(request.call_id, replace(made, stack=tuple(request.stack), page_id=request.page_id))

    def answered(self, task_id: int, error: str) -> None:
        """Its answer is there; `error` is the errMsg of a failure. Of a socket, that its attempt has begun."""
        found = self._of(task_id)
        if found is None or (found.kind == "socket" and not error):
            return
        del self._numbers[task_id]
        spent_ms = self._since(found) if found.duration_ms is None else found.duration_ms
        self._put(replace(found, state="failed" if error else "ok", error=error, duration_ms=spent_ms))

    def replaying(self, former: Exchange) -> int:
        """The user repeats an exchange; returns the task of the new one."""
        again = Exchange(
            0, former.kind if former.kind in ("upload", "download") else "request", former.url, self._clock() * 1000,
            former.method, "waiting", page_id=former.page_id, replayed=former.number,
        )  # fmt: skip
        task_id = -(self._last + 1)
        self._begin(task_id, again)
        return task_id

    def program_ended(self) -> None:
        """No call of the run that was gets an answer any more."""
        for task_id in list(self._numbers):
            if task_id > 0:
                self.answered(task_id, "abort")

    # ------------------------------------------------------------ for those who move bytes

    def sent(self, task_id: int, request: HttpRequest, headers: Headers) -> None:
        """A request goes out, with these headers."""
        found = self._of(task_id)
        if found is None:
            return
        upload = request.upload
        content = request.body if upload is None else upload.content
        upload = request.upload
        content = request.body if upload is None else upload.content
        changed = replace(
            found, state="running", timing=Timing(queued_ms=self._since(found)), url=request.url, method=request.method,
            request_headers=headers, request_body=self.bodies.keep(content) if content else None,
        )  # fmt: skip
        if upload is not None:
            fields = tuple(upload.fields.items())
            changed = replace(changed, fields=fields, field_name=upload.name, file_name=upload.file_name)
        self._put(changed)

    def redirected(self, task_id: int, hop: Hop, url: str, method: str, headers: Headers) -> None:
        """An answer led on, and this was sent to where it led."""
        found = self._of(task_id)
        if found is not None:
            hops = (*found.hops, hop)
            self._put(replace(found, hops=hops, url=url, method=method, request_headers=headers))

    def head(self, task_id: int, status: int, headers: Headers) -> None:
        """The head of the answer is there."""
        found = self._of(task_id)
        if found is not None:
            changed = replace(found, status=status, headers=headers)
            self._put(replace(changed, media_type=changed.header("content-type")))

    def ended(self, task_id: int, wire: Wire, body: bytes, size_bytes: int | None = None) -> None:
        """The bytes are there, or as many as came; `answered` follows, but not to a replay. `size_bytes`: of the whole
        body, if this is its beginning."""
        found = self._of(task_id)
        if found is None:
            return
        kept = self.bodies.keep(body, size_bytes) if found.status else None
        timing = replace(wire.timing, queued_ms=found.timing.queued_ms + wire.timing.queued_ms)
        self._put(
            replace(
                found, timing=timing, protocol=wire.protocol, remote=wire.remote, wire_bytes=wire.wire_bytes,
                body=kept, duration_ms=self._since(found),
            )
        )  # fmt: skip

    # ------------------------------------------------------------ for sockets

    def socket_opening(self, task_id: int, url: str, headers: Headers) -> None:
        """A handshake begins."""
        found = self._of(task_id)
        if found is not None:
            self._put(replace(found, state="running", url=url, request_headers=headers))

    def socket_opened(self, task_id: int, remote: str) -> None:
        """The handshake has succeeded."""
        found = self._of(task_id)
        if found is not None:
            self._put(replace(found, status=101, remote=remote, timing=Timing(wait_ms=self._since(found))))

    def frame(self, task_id: int, data: str | bytes, *, is_sent: bool) -> None:
        """A message went or came."""
        found = self._of(task_id)
        if found is None:
            return
        is_text = isinstance(data, str)
        body = self.bodies.keep(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
        frames = self._frames.setdefault(found.number, deque(maxlen=MOST_FRAMES))
        frames.append(Frame(is_sent, self._clock() * 1000, is_text, body))
        self._put(replace(found, frames=found.frames + 1, wire_bytes=found.wire_bytes + body.size_bytes))

    def socket_closed(self, task_id: int, code: int, reason: str) -> None:
        """It was closed by one side or the other."""
        found = self._of(task_id)
        if found is not None:
            del self._numbers[task_id]
            closed = f"{code} {reason}".strip()
            self._put(replace(found, state="ok", closed=closed, duration_ms=self._since(found)))

    def socket_failed(self, task_id: int, error: str) -> None:
        """The handshake has failed."""
        found = self._of(task_id)
        if found is not None:
            del self._numbers[task_id]
            self._put(replace(found, state="failed", error=error, duration_ms=self._since(found)))

    # ------------------------------------------------------------ for the view

    def loaded(self, file: Loaded) -> None:
        """The phone's view was given a file, or was not."""
        body = None
        if file.content is not None:
            body = self.bodies.keep(file.content)
        elif file.size_bytes is not None:
            body = Body(file.size_bytes)
        self._begin(
            None,
            Exchange(
                0, file.kind, file.url, file.time_ms, "GET", "failed" if file.error else "ok", status=file.status,
                media_type=file.media_type, body=body, timing=Timing(wait_ms=file.duration_ms),
                duration_ms=file.duration_ms, error=file.error, is_there=file.is_there,
            ),
        )  # fmt: skip

    # ------------------------------------------------------------ within

    def _begin(self, task_id: int | None, exchange: Exchange) -> None:
        self._last += 1
        if task_id is not None:
            self._numbers[task_id] = self._last
        self._put(replace(exchange, number=self._last))
        while len(self._exchanges) > self._most:
            gone = next(iter(self._exchanges))
            del self._exchanges[gone]
            self._frames.pop(gone, None)

    def _of(self, task_id: int) -> Exchange | None:
        number = self._numbers.get(task_id)
        found = None if number is None else self._exchanges.get(number)
        if found is None and number is not None:
            del self._numbers[task_id]
        return found

    def _since(self, exchange: Exchange) -> float:
        return self._clock() * 1000 - exchange.time_ms

    def _put(self, exchange: Exchange) -> None:
        self._exchanges[exchange.number] = exchange
        for subscriber in tuple(self._subscribers):
            subscriber(exchange)


def _method(kind: Kind, method: object) -> str:
    if kind == "upload":
        return "POST"
    return method.upper() if kind == "request" and isinstance(method, str) and method else "GET"
