"""What the phone's pages ask the web for: an address that is out of reach is not asked for, and somebody else than the
web may answer (`WebStandIn`).

Chromium lets an answer of ours stand for one of the web by a detour: the request is sent on to an address of the shell
that nobody can know before, and only once. So it is only done for what becomes a picture, a font or data, never for
documents and scripts, which would be those of the shell.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
)
from shiboken6 import isValid

from simulator.phone.replies import reply

OF_THE_WEB = ("http", "https")
OWN_ORIGIN = "handset://shell"
"""The origin of the shell and of the pages in it, which are frames of the same origin."""
DETOUR = ".web/"
"""Below it are, in the shell, addresses that stand for one of the web."""
MOST_WAITING = 1000

WebKind = Literal["image", "font", "media", "data"]
_Type = QWebEngineUrlRequestInfo.ResourceType
_KINDS: dict[_Type, WebKind] = {
    _Type.ResourceTypeImage: "image", _Type.ResourceTypeFontResource: "font", _Type.ResourceTypeMedia: "media",
    _Type.ResourceTypeXhr: "data",
}  # fmt: skip
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+\Z")
_FOR_ALL = {"Access-Control-Allow-Origin": "*"}


@dataclass(frozen=True, slots=True)
class WebRequest:
    """What a page asks for. `headers` are those that Chromium would send."""

    url: str
    kind: WebKind
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class WebFile:
    """What it gets. `is_shared`: its server lets pages of others look into it."""

    content: bytes
    media_type: str = ""
    is_shared: bool = False


Answer = Callable[[WebFile | None], None]
"""Takes what there is, or None. Answers once; a page that has gone meanwhile hears nothing."""


class WebStandIn(Protocol):
    """Who answers in the web's place. Called on the GUI thread."""

    def takes(self, kind: WebKind, *, is_reachable: bool) -> bool:
        """Whether a request is answered here; one that is not, and is out of reach, is blocked."""

    def load(self, request: WebRequest, answer: Answer) -> None:
        """Answers now or later."""


class WebRequests(QWebEngineUrlRequestInterceptor):
    """Of one phone view. Chromium tells the page, and the console, that the client has blocked it."""

    def __init__(self, may_ask: Callable[[str], bool], source: WebStandIn | None, parent: QObject) -> None:
        super().__init__(parent)
        self._may_ask = may_ask
        self._source = source
        self._detours: dict[str, WebRequest] = {}

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Called by Chromium, on the GUI thread."""
        url = info.requestUrl()
        if url.scheme() not in OF_THE_WEB:
            return
        is_reachable = self._may_ask(url.toString())
        kind = _KINDS.get(info.resourceType())
        is_of_page = info.initiator().toString().rstrip("/") == OWN_ORIGIN and info.requestMethod() == b"GET"
        if kind and is_of_page and self._source and self._source.takes(kind, is_reachable=is_reachable):
            info.redirect(self._detour(_request(info, kind)))
        elif not is_reachable:
            info.block(True)

    def answer(self, path: str, job: QWebEngineUrlRequestJob) -> None:
        """A request that has come by such an address."""
        request = self._detours.pop(path.removeprefix(DETOUR), None)
        if request is None or self._source is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        asks_to_look = "Origin" in request.headers
        self._source.load(request, lambda file: _answer(job, file, asks_to_look=asks_to_look))

    def _detour(self, request: WebRequest) -> QUrl:
        if len(self._detours) >= MOST_WAITING:
            # A page that was closed never asks further.
            del self._detours[next(iter(self._detours))]
        ticket = secrets.token_urlsafe(16)
        self._detours[ticket] = request
        return QUrl(f"{OWN_ORIGIN}/{DETOUR}{ticket}")


def _request(info: QWebEngineUrlRequestInfo, kind: WebKind) -> WebRequest:
    url = QUrl(info.requestUrl())
    url.setFragment(None)  # type: ignore[arg-type]
    headers = {bytes(name.data()).decode("latin-1"): bytes(value.data()).decode("latin-1")
               for name, value in info.httpHeaders().items()}  # fmt: skip
    return WebRequest(bytes(url.toEncoded().data()).decode("ascii"), kind, headers)


def _answer(job: QWebEngineUrlRequestJob, file: WebFile | None, *, asks_to_look: bool) -> None:
    if not isValid(job):
        return
    if file is None or (asks_to_look and not file.is_shared):
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        return
    media_type = file.media_type if _MEDIA_TYPE.match(file.media_type) else "application/octet-stream"
    reply(job, file.content, media_type, _FOR_ALL if file.is_shared else {})
