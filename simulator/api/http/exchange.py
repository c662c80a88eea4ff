"""One HTTP exchange that runs: what libcurl brings becomes the listener's events. Redirects are followed here."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pycurl
from PySide6.QtCore import QTimer, QUrl

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import HttpResponse
from simulator.api.http import errors as http_errors
from simulator.api.http.body import body_for
from simulator.api.http.decoding import Decoding, DecodingFailed, decoding_of
from simulator.api.http.head import HttpHead
from simulator.api.http.message import Message, handle_for
from simulator.api.http.task import Task
from simulator.api.http.timing import Measured
from simulator.api.http.transfers import Transfers
from simulator.traffic.body_ring import MOST_OF_A_BODY
from simulator.traffic.exchange import Hop
from simulator.traffic.log import TrafficLog, Wire

MAX_REDIRECTS = 50
STOP = -1
SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))


class HttpExchange:
    """Ends once, with `ended`, unless it is dropped. `room` says how many more bytes of answers may be kept; `traffic`
    is told what passes."""

    def __init__(
        self,
        transfers: Transfers,
        task: Task,
        ended: Callable[[HttpResponse | ApiFailure], None],
        room: Callable[[], int],
        traffic: TrafficLog,
    ) -> None:
        self._transfers = transfers
        self._task = task
        self._request = task.request
        self._listener = task.listener
        self._ended = ended
        self._room = room
        self._traffic = traffic
        self._measured: Measured | None = None
        self._redirects = self._resets = 0
        self._profile: dict[str, Any] = {}
        self._timer = QTimer(transfers, singleShot=True, interval=task.request.timeout_ms)
        self._timer.timeout.connect(lambda: self.end_with(http_errors.timeout()))
        self._handle: pycurl.Curl | None = None

    def start(self, referer: str) -> None:
        """Sends the request."""
        self._profile["fetchStart"] = _now_ms()
        self._timer.start()
        message = Message.first(self._request, referer)
        self._traffic.sent(self._task.task_id, self._request, message.sent_headers())
        self._send(message)

    @property
    def held_bytes(self) -> int:
        """How much of the answer is kept so far."""
        return self._body.held

    def end_with(self, outcome: HttpResponse | ApiFailure) -> None:
        """Reports the end."""
        if self._handle is not None:
            self._measured = Measured.of(self._handle)
        self.drop()
        wire = self._measured.wire() if self._measured else Wire()
        self._traffic.ended(self._task.task_id, wire, self._body.begin(MOST_OF_A_BODY), self._body.size)
        self._ended(outcome)

    def drop(self) -> None:
        """Ends without a word."""
        self._timer.stop()
        self._timer.deleteLater()
        if self._handle is not None:
            self._transfers.remove(self._handle)
            self._handle = None

    def _send(self, message: Message) -> None:
        self._message = message
        self._began_ms = _now_ms()
        self._head = HttpHead()
        self._body = body_for(self._request.into)
        self._told_bytes = 0
        self._steps = self._told_steps = (0, -1)
        self._is_head_told = False
        self._failure: ApiFailure | None = None
        self._decoding: Decoding | None = None
        try:
            self._handle = handle = handle_for(message)
        except pycurl.error as error:
            code, text = error.args
            return self.end_with(http_errors.failure(code, text, 0))
        handle.setopt(pycurl.HEADERFUNCTION, self._head_arrived)
        handle.setopt(pycurl.WRITEFUNCTION, self._bytes_arrived)
        handle.setopt(pycurl.XFERINFOFUNCTION, self._counted)
        if self._task.bytes_per_s:
            handle.setopt(pycurl.MAX_RECV_SPEED_LARGE, self._task.bytes_per_s)
        self._transfers.add(handle, self)

    # Called by libcurl in the middle of its work: here everything is only kept.

    def _head_arrived(self, line: bytes) -> int | None:
        self._head.take(line)
        has_body = self._message.method != "HEAD" and self._target is None
        if self._head.is_whole and has_body and self._head.length > self._request.limit_bytes:
            return self._stop(http_errors.too_large(self._request.limit_bytes))
        return None

    def _bytes_arrived(self, data: bytes) -> int | None:
        if self._decoding is None:
            self._decoding = decoding_of(self._head.value("content-encoding") or "" if self._message.is_decoded else "")
        room = self._request.limit_bytes - self._body.size
        if self._request.into is None:
            room = min(room, self._room())
        try:
            found = self._decoding.take(data, room)
        except DecodingFailed:
            return self._stop(http_errors.decoding_failed())
        if len(found) > room:
            return self._stop(http_errors.too_large(self._request.limit_bytes))
        try:
            self._body.add(found)
        except OSError as error:
            return self._stop(http_errors.no_room(error))
        return None

    def _stop(self, failure: ApiFailure) -> int:
        self._failure = failure
        return STOP

    def _counted(self, expected: int, received: int, to_send: int, sent: int) -> None:
        if self._request.upload is None:
            self._steps = (received, expected or -1)
        elif to_send > 0:
            self._steps = (sent, to_send)

    # Called once that work is done.

    def moved(self) -> None:
        """Tells what has been kept since the last time."""
        for tell in (self._tell_head, self._tell_steps, self._tell_chunk):
            # A listener may end the exchange.
            if self._handle is not None and self._failure is None and self._target is None:
                tell()

    def _tell_head(self) -> None:
        if self._head.is_whole and not self._is_head_told:
            self._is_head_told = True
            self._profile["responseStart"] = _now_ms()
            self._traffic.head(self._task.task_id, self._head.status, tuple(self._head.headers))
            self._listener.headers(self._head.status, self._head.headers)

    def _tell_steps(self) -> None:
        if self._steps != self._told_steps and self._steps[0] > 0:
            self._told_steps = self._steps
            self._listener.progress(*self._steps)

    def _tell_chunk(self) -> None:
        if self._request.chunked and self._body.size > self._told_bytes:
            data = self._body.part(self._told_bytes)
            self._told_bytes = self._body.size
            self._listener.chunk(data)

    def ended(self, code: int, text: str) -> None:
        """The transfer is over."""
        handle, self._handle = self._handle, None
        self._measured = None if handle is None else Measured.of(handle)
        if self._failure is not None:
            return self.end_with(self._failure)
        if self._may_be_repeated(code):
            self._resets += 1
            return self._send(self._message)
        if code and handle is not None:
            return self.end_with(http_errors.failure(code, text, handle.getinfo(pycurl.OS_ERRNO)))
        if not self._head.is_whole:
            return self.end_with(http_errors.closed_early())
        target = self._target
        if target is not None:
            return self._follow(target)
        if self._measured is not None:
            self._profile |= self._measured.profile(self._began_ms)
        self._profile["responseEnd"] = _now_ms()
        if self._request.upload is None and self._steps == (self._steps[0], -1) and self._body.size:
            self._listener.progress(self._body.size, self._body.size)
        try:
            body = self._body.finish()
        except OSError as error:
            return self.end_with(http_errors.no_room(error))
        self.end_with(HttpResponse(self._head.status, self._head.headers, body, self._profile))

    def _may_be_repeated(self, code: int) -> bool:
        """A connection that is reset before a word was said is opened again once, if that does nothing twice."""
        is_reset = code in (pycurl.E_SEND_ERROR, pycurl.E_RECV_ERROR) and self._head.status == 0
        return is_reset and self._resets == 0 and self._message.method in SAFE_METHODS

    @property
    def _target(self) -> QUrl | None:
        """Where the answer leads, if the program wants to follow."""
        return self._message.target(self._head) if self._request.follow_redirects else None

    def _follow(self, target: QUrl) -> None:
        self._redirects += 1
        answered, message = self._message, self._message.redirected(self._head.status, target)
        if message is None:
            self.end_with(http_errors.unsafe_redirect())
        elif self._redirects > MAX_REDIRECTS:
            self.end_with(http_errors.too_many_redirects())
        else:
            hop = Hop(answered.method, answered.url.toString(), self._head.status, tuple(self._head.headers))
            url = message.url.toString()
            self._traffic.redirected(self._task.task_id, hop, url, message.method, message.sent_headers())
            self._send(message)


def _now_ms() -> float:
    return time.time() * 1000
