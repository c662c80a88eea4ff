"""HTTP over Qt: the real `NetworkPort`, without its WebSockets (`websocket`). At most ten exchanges run, others wait.

Assumed: the eleventh exchange waits. Timeouts count from the moment when an exchange starts to run. What a server
sends is taken in pieces, and no more is kept than the exchange allows and `MAX_HELD_BYTES` for all of them together.
A chunked body that breaks off, or a chunk without a length, Qt tells of only now and then, so such a broken answer may
pass for a whole one (`resources/docs/decisions/http-client.md`).
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl
from PySide6.QtNetwork import (
    QHttpMultiPart,
    QHttpPart,
    QNetworkAccessManager,
    QNetworkCookieJar,
    QNetworkReply,
    QNetworkRequest,
)

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import HttpListener, HttpRequest, HttpResponse, SocketListener, Upload
from runtime.api.ports.network import NETWORK, NetworkPort
from runtime.project.model import Project
from simulator.api.launch_settings import appid_of
from simulator.api.ports.websocket import WebSockets
from simulator.api.surroundings import Real, Surroundings

MAX_PARALLEL = 10
TIMEOUT_ERRNO = 5
NETWORK_ERRNO = 600001
PIECE_BYTES = 256 * 1024
MAX_HELD_BYTES = 256 * 1024 * 1024
FIRST_ERROR_STATUS = 400


@dataclass(frozen=True, slots=True)
class _Waiting:
    task_id: int
    request: HttpRequest
    listener: HttpListener


class QtNetwork(QObject):
    """All exchanges of one running program. `appid` is in the Referer that the platform always sends; `limits` gives
    the time limits in ms that the program sets for all calls of an API."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        appid: str = "touristappid",
        limits: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        super().__init__(parent)
        self._limits = limits
        self._access = QNetworkAccessManager(self)
        self._access.setCookieJar(_NoCookies(self))
        referer = f"https://servicewechat.com/{appid}/devtools/page-frame.html"
        self._referer = referer
        self._waiting: deque[_Waiting] = deque()
        self._running: dict[int, _Running] = {}
        self._sockets = WebSockets(referer, self)

    def limit_ms(self, api: str) -> int:
        """The program's own time limit for an API, 0 without one."""
        limit = self._limits().get(api)
        return int(limit) if isinstance(limit, int | float) else 0

    def send(self, task_id: int, request: HttpRequest, listener: HttpListener) -> None:
        """Starts an exchange, or puts it at the end of the queue."""
        self._waiting.append(_Waiting(task_id, request, listener))
        self._start_next()

    def abort(self, task_id: int) -> None:
        """Ends an exchange with `abort`."""
        waiting = next((one for one in self._waiting if one.task_id == task_id), None)
        if waiting is not None:
            self._waiting.remove(waiting)
            waiting.listener.done(ApiFailure("abort"))
        elif task_id in self._running:
            self._running[task_id].end_with(ApiFailure("abort"))

    def open_socket(
        self,
        task_id: int,
        url: str,
        headers: Mapping[str, str],
        protocols: Sequence[str],
        listener: SocketListener,
        timeout_ms: int,
    ) -> None:
        """Opens a WebSocket."""
        self._sockets.open(task_id, url, headers, protocols, listener, timeout_ms)

    def send_socket(self, task_id: int, data: str | bytes) -> None:
        """Sends on a WebSocket."""
        self._sockets.send(task_id, data)

    def close_socket(self, task_id: int, code: int, reason: str) -> None:
        """Closes a WebSocket."""
        self._sockets.close(task_id, code, reason)

    def drop_all(self) -> None:
        """The program has ended: every exchange and socket ends without a word."""
        self._waiting.clear()
        for running in list(self._running.values()):
            running.drop()
        self._running.clear()
        self._sockets.drop_all()

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < MAX_PARALLEL:
            waiting = self._waiting.popleft()
            running = _Running(self, waiting)
            self._running[waiting.task_id] = running
            running.start(self._access, self._referer)

    @property
    def held_bytes(self) -> int:
        """How much of answers is kept now."""
        return sum(running.held_bytes for running in self._running.values())

    def ended(self, task_id: int) -> None:
        """An exchange has ended: the next one may start."""
        self._running.pop(task_id, None)
        self._start_next()


class _Running(QObject):
    """One exchange that runs."""

    def __init__(self, network: QtNetwork, waiting: _Waiting) -> None:
        super().__init__(network)
        self._network = network
        self._waiting = waiting
        self._reply: QNetworkReply | None = None
        self._body = bytearray()
        self._profile: dict[str, float] = {}
        self._timer = QTimer(self, singleShot=True, interval=waiting.request.timeout_ms)
        self._timer.timeout.connect(lambda: self.end_with(ApiFailure("timeout", TIMEOUT_ERRNO)))

    def start(self, access: QNetworkAccessManager, referer: str) -> None:
        """Sends the request."""
        request = self._waiting.request
        self._profile["fetchStart"] = _now_ms()
        message = _message(request, referer)
        if request.upload is not None:
            parts = _multipart(request.upload)
            reply = access.post(message, parts)
            parts.setParent(reply)
            reply.uploadProgress.connect(self._uploaded)
        else:
            method = QByteArray(request.method.encode("ascii"))
            body = QByteArray(request.body) if request.body is not None else QByteArray()
            reply = access.sendCustomRequest(message, method, body)
            reply.downloadProgress.connect(self._downloaded)
        self._reply = reply
        reply.setParent(self)
        # What is not read yet stays with the server. Qt takes the size only once an exchange with a body has begun.
        QTimer.singleShot(0, reply, lambda: reply.setReadBufferSize(PIECE_BYTES))
        reply.metaDataChanged.connect(self._headers_arrived)
        reply.readyRead.connect(self._bytes_arrived)
        reply.finished.connect(self._finished)
        self._timer.start()

    @property
    def held_bytes(self) -> int:
        """How much of the answer is kept so far."""
        return len(self._body)

    @property
    def _limit_bytes(self) -> int:
        return self._waiting.request.limit_bytes

    def _end_too_large(self) -> None:
        reason = f"exceed max response size {self._limit_bytes // 2**20}MB"
        self.end_with(ApiFailure(reason, NETWORK_ERRNO, environment=True))

    def end_with(self, outcome: HttpResponse | ApiFailure) -> None:
        """Reports the end and lets the next exchange start."""
        self.drop()
        self._network.ended(self._waiting.task_id)
        self._waiting.listener.done(outcome)

    def drop(self) -> None:
        """Ends without a word."""
        self._timer.stop()
        if self._reply is not None:
            self._reply.finished.disconnect(self._finished)
            self._reply.abort()
            self._reply = None
        self.deleteLater()

    def _headers_arrived(self) -> None:
        if self._reply is None or self._status() is None or "responseStart" in self._profile:
            return
        self._profile["responseStart"] = _now_ms()
        if int(self._reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader) or 0) > self._limit_bytes:
            return self._end_too_large()
        self._waiting.listener.headers(self._status() or 0, self._headers())

    def _bytes_arrived(self) -> None:
        if self._reply is None:
            return
        data = bytes(self._reply.readAll().data())
        if len(self._body) + len(data) > self._limit_bytes or self._network.held_bytes + len(data) > MAX_HELD_BYTES:
            return self._end_too_large()
        self._body += data
        if self._waiting.request.chunked and data:
            self._waiting.listener.chunk(data)

    def _uploaded(self, sent: int, expected: int) -> None:
        if expected > 0:
            self._waiting.listener.progress(sent, expected)

    def _downloaded(self, received: int, expected: int) -> None:
        if received > 0:
            self._waiting.listener.progress(received, expected)

    def _finished(self) -> None:
        if self._reply is None:
            return
        self._bytes_arrived()
        if self._reply is None:
            return
        status = self._status()
        if status is None or _is_broken(self._reply, status):
            return self.end_with(ApiFailure(_reason(self._reply, status), NETWORK_ERRNO, environment=True))
        self._profile["responseEnd"] = _now_ms()
        headers = self._headers()
        self.end_with(HttpResponse(status, headers, bytes(self._body), self._profile))

    def _status(self) -> int | None:
        if self._reply is None:
            return None
        status = self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        return None if status is None else int(status)

    def _headers(self) -> list[tuple[str, str]]:
        if self._reply is None:
            return []
        is_http2 = bool(self._reply.attribute(QNetworkRequest.Attribute.Http2WasUsedAttribute))
        pairs = [(_text(name), _text(value)) for name, value in self._reply.headers().toListOfPairs()]
        return pairs if is_http2 else [(_usual_case(name), value) for name, value in pairs]


class _NoCookies(QNetworkCookieJar):
    """Cookies are the program's own business: nothing is kept, nothing is sent along."""

    def cookiesForUrl(self, url: QUrl) -> list[object]:  # type: ignore[override]
        return []

    def setCookiesFromUrl(self, cookies: object, url: QUrl) -> bool:  # type: ignore[override]
        return False


def _message(request: HttpRequest, referer: str) -> QNetworkRequest:
    message = QNetworkRequest(QUrl(request.url))
    policy = QNetworkRequest.RedirectPolicy
    message.setAttribute(
        QNetworkRequest.Attribute.RedirectPolicyAttribute,
        policy.NoLessSafeRedirectPolicy if request.follow_redirects else policy.ManualRedirectPolicy,
    )
    message.setAttribute(
        QNetworkRequest.Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork
    )
    for name, value in request.headers.items():
        message.setRawHeader(name.encode("latin-1", "replace"), value.encode("utf-8"))
    message.setRawHeader(b"Referer", referer.encode("utf-8"))
    return message


def _multipart(upload: Upload) -> QHttpMultiPart:
    parts = QHttpMultiPart(QHttpMultiPart.ContentType.FormDataType)
    for name, value in upload.fields.items():
        part = QHttpPart()
        part.setRawHeader(b"Content-Disposition", f'form-data; name="{_quoted(name)}"'.encode())
        part.setBody(value.encode("utf-8"))
        parts.append(part)
    part = QHttpPart()
    disposition = f'form-data; name="{_quoted(upload.name)}"; filename="{_quoted(upload.file_name)}"'
    part.setRawHeader(b"Content-Disposition", disposition.encode())
    part.setRawHeader(b"Content-Type", b"application/octet-stream")
    part.setBody(upload.content)
    parts.append(part)
    return parts


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _is_broken(reply: QNetworkReply, status: int) -> bool:
    """Whether an answer that had begun did not come to its end. Of a status Qt makes an error as well."""
    error = reply.error()
    is_of_transport = error.value < QNetworkReply.NetworkError.ProxyConnectionRefusedError.value
    return error != QNetworkReply.NetworkError.NoError and (status < FIRST_ERROR_STATUS or is_of_transport)


def _reason(reply: QNetworkReply, status: int | None) -> str:
    errors = QNetworkReply.NetworkError
    half = "errcode:-354 cronet_error_code:-354 error_msg:net::ERR_CONTENT_LENGTH_MISMATCH"
    if status is not None and reply.error() == errors.RemoteHostClosedError:
        return half
    code = {
        errors.ConnectionRefusedError: "errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED",
        errors.HostNotFoundError: "errcode:-105 cronet_error_code:-105 error_msg:net::ERR_NAME_NOT_RESOLVED",
        errors.RemoteHostClosedError: "errcode:-100 cronet_error_code:-100 error_msg:net::ERR_CONNECTION_CLOSED",
        errors.SslHandshakeFailedError: "errcode:-200 cronet_error_code:-200 error_msg:net::ERR_CERT_INVALID",
        errors.TooManyRedirectsError: "errcode:-310 cronet_error_code:-310 error_msg:net::ERR_TOO_MANY_REDIRECTS",
        errors.ProtocolUnknownError: "errcode:-311 cronet_error_code:-311 error_msg:net::ERR_UNSAFE_REDIRECT",
        errors.InsecureRedirectError: "errcode:-311 cronet_error_code:-311 error_msg:net::ERR_UNSAFE_REDIRECT",
        errors.ProtocolFailure: "errcode:-320 cronet_error_code:-320 error_msg:net::ERR_INVALID_RESPONSE",
    }.get(reply.error())
    return code or reply.errorString()


def _usual_case(name: str) -> str:
    """Qt gives header names in lower case. HTTP/1 servers write them as here, and programs read `Set-Cookie`."""
    return {"etag": "ETag", "www-authenticate": "WWW-Authenticate"}.get(name, name.title())


def _text(value: object) -> str:
    raw = bytes(value.data()) if isinstance(value, QByteArray) else bytes(value)  # type: ignore[call-overload]
    return raw.decode("utf-8", "replace")


def _now_ms() -> float:
    return time.time() * 1000


def _make(around: Surroundings, project: Project) -> NetworkPort:
    def limits() -> Mapping[str, Any]:
        found: Mapping[str, Any] = around.session.facts.app.get("networkTimeout", {})
        return found

    return QtNetwork(around.owner, appid=appid_of(project), limits=limits)


REAL: Real[NetworkPort] = Real(NETWORK, _make)
