"""What is sent: the message of an exchange and of each redirect, and libcurl's handle for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pycurl
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from runtime.api.ports.http_values import HttpRequest, Upload
from simulator.api.http.decoding import ACCEPTED
from simulator.api.http.head import HttpHead
from simulator.api.http.trusted_authorities import trusted_authorities

REDIRECTS = frozenset((301, 302, 303, 305, 307, 308))
SAME_METHOD = frozenset((307, 308))
SCHEMES = ("http", "https")
PIECE_BYTES = 64 * 1024
SUPPRESS_CONNECT_HEADERS = 265
"""Of libcurl, without a name in pycurl: what a proxy says to CONNECT is no head of the answer."""
# The length and the form of a body are libcurl's to tell.
_OF_THE_TRANSFER = frozenset(("content-length", "transfer-encoding"))
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_BREAKS = re.compile(r"[\r\n\0]")


@dataclass(frozen=True, slots=True)
class Message:
    """One request on the wire. A program that names the encodings it accepts gets the body as it comes."""

    url: QUrl
    method: str
    headers: Mapping[str, str]
    body: bytes | None
    upload: Upload | None
    is_decoded: bool

    @classmethod
    def first(cls, request: HttpRequest, referer: str) -> Message:
        """The message that an exchange begins with."""
        own = {"User-Agent": "Mozilla/5.0", "Accept-Language": _languages(), "Accept-Encoding": ACCEPTED}
        if request.method in ("GET", "HEAD"):
            own |= {"Cache-Control": "no-cache", "Pragma": "no-cache"}
        given = {name.lower() for name in request.headers}
        headers = {name: value for name, value in own.items() if name.lower() not in given}
        headers |= {**request.headers, "Referer": referer}
        is_decoded = "accept-encoding" not in given
        return cls(QUrl(request.url), request.method, headers, request.body, request.upload, is_decoded)

    def sent_headers(self) -> tuple[tuple[str, str], ...]:
        """The headers that are headers; libcurl adds the host, and what it has to tell of the body."""
        return tuple(
            (name, value)
            for name, value in self.headers.items()
            if _NAME.fullmatch(name) and name.lower() not in _OF_THE_TRANSFER and not _BREAKS.search(value)
        )

    def target(self, head: HttpHead) -> QUrl | None:
        """Where an answer to it leads."""
        location = head.value("location") if head.is_whole and head.status in REDIRECTS else None
        return self.url.resolved(QUrl(location)) if location is not None else None

    def redirected(self, status: int, target: QUrl) -> Message | None:
        """The message to the target; None if it is not in the web, or less safe than this one."""
        if not target.isValid() or target.scheme() not in SCHEMES:
            return None
        if self.url.scheme() == "https" and target.scheme() == "http":
            return None
        if status in SAME_METHOD:
            return replace(self, url=target)
        method = "HEAD" if self.method == "HEAD" else "GET"
        headers = {name: value for name, value in self.headers.items() if name.lower() != "content-type"}
        return replace(self, url=target, method=method, headers=headers, body=None, upload=None)


def handle_for(message: Message) -> pycurl.Curl:
    """A handle that sends it."""
    handle = pycurl.Curl()
    handle.setopt(pycurl.URL, message.url.toEncoded().data())
    handle.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
    handle.setopt(pycurl.PATH_AS_IS, True)
    handle.setopt(pycurl.NOSIGNAL, True)
    handle.setopt(pycurl.NOPROGRESS, False)
    handle.setopt(pycurl.BUFFERSIZE, PIECE_BYTES)
    handle.setopt(SUPPRESS_CONNECT_HEADERS, True)
    if message.url.scheme() == "https":
        handle.setopt(pycurl.CAINFO, trusted_authorities())
    handle.setopt(pycurl.HTTPHEADER, _lines(message))
    _set_proxy(handle, message.url)
    _set_body(handle, message)
    return handle


def _set_body(handle: pycurl.Curl, message: Message) -> None:
    if message.upload is not None:
        handle.setopt(pycurl.MIMEPOST, _parts(handle, message.upload))
    elif message.method == "HEAD":
        handle.setopt(pycurl.NOBODY, True)
    elif message.body is not None or message.method in ("POST", "PUT"):
        handle.setopt(pycurl.POSTFIELDS, message.body or b"")
        handle.setopt(pycurl.CUSTOMREQUEST, message.method)
    elif message.method != "GET":
        handle.setopt(pycurl.CUSTOMREQUEST, message.method)


def _parts(handle: pycurl.Curl, upload: Upload) -> pycurl.CurlMime:
    parts = pycurl.CurlMime(handle)
    for name, value in upload.fields.items():
        parts.add_field(_written(name), value.encode("utf-8"))
    kind = "application/octet-stream"
    parts.add(_written(upload.name), upload.content, filename=_written(upload.file_name), content_type=kind)
    return parts


def _written(name: str) -> bytes:
    return name.replace("\0", "").encode("utf-8")


def _lines(message: Message) -> list[bytes]:
    """The headers that are headers. To libcurl `Name:` means none, also not its own; one without a value is `Name;`."""
    given = {name.lower() for name in message.headers}
    # Only libcurl knows what separates the parts of an upload.
    own = ("Expect", "Accept") if message.upload is not None else ("Expect", "Accept", "Content-Type")
    lines = [f"{name}:".encode() for name in own if name.lower() not in given]
    for name, value in message.sent_headers():
        lines.append(f"{name}: {value}".encode() if value.strip() else f"{name};".encode())
    return lines


def _set_proxy(handle: pycurl.Curl, url: QUrl) -> None:
    """The system's proxy for an address, as Qt knows it on each system; none is said as well, lest libcurl looks."""
    proxy = QNetworkProxyFactory.proxyForQuery(QNetworkProxyQuery(url))[0]
    kinds = {
        QNetworkProxy.ProxyType.HttpProxy: pycurl.PROXYTYPE_HTTP,
        QNetworkProxy.ProxyType.HttpCachingProxy: pycurl.PROXYTYPE_HTTP,
        QNetworkProxy.ProxyType.Socks5Proxy: pycurl.PROXYTYPE_SOCKS5_HOSTNAME,
    }
    if proxy.type() not in kinds:
        handle.setopt(pycurl.PROXY, "")
        return
    handle.setopt(pycurl.PROXY, proxy.hostName())
    handle.setopt(pycurl.PROXYPORT, proxy.port())
    handle.setopt(pycurl.PROXYTYPE, kinds[proxy.type()])
    if proxy.user():
        handle.setopt(pycurl.PROXYUSERNAME, proxy.user())
        handle.setopt(pycurl.PROXYPASSWORD, proxy.password())


def _languages() -> str:
    name = QLocale.system().bcp47Name()
    return "en,*" if name.startswith("en") else f"{name},en,*"
