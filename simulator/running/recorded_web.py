"""Files of the web for a phone whose session is recorded: the host asks for them, so that the recording has the very
bytes that the page gets. While nothing is recorded Chromium asks by itself."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QBuffer, QByteArray, QObject
from PySide6.QtGui import QImageReader

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import EndListener, HttpRequest, HttpResponse
from simulator.api.ports.network import Network
from simulator.phone.web_requests import Answer, WebFile, WebKind, WebRequest
from simulator.running.session_recording import SessionRecording

MAX_FILE_BYTES = 64 * 1024 * 1024
FAILURES = 400
"""Statuses from here on are none of a file's."""
_KINDS = frozenset(("image", "font", "data"))
"""Films and sounds are played while they come, and are not in a recording."""


class RecordedWeb:
    """Implements `simulator.phone.web_requests.WebStandIn`; `owner` is the parent of what Qt lets live."""

    def __init__(self, recording: SessionRecording, owner: QObject) -> None:
        self._recording = recording
        self._owner = owner
        self._port: Network | None = None
        self._tasks = count(1)

    def takes(self, kind: WebKind, *, is_reachable: bool) -> bool:
        """As of `WebStandIn`."""
        return self._recording.is_on and is_reachable and kind in _KINDS

    def load(self, request: WebRequest, answer: Answer) -> None:
        """As of `WebStandIn`."""
        port = self._port = self._port or Network(self._owner)

        def done(outcome: HttpResponse | ApiFailure) -> None:
            file = _file(outcome)
            self._recording.web_file(request.url, file, _size if request.kind == "image" else _no_size)
            answer(file)

        exchange = HttpRequest(request.url, headers=request.headers, limit_bytes=MAX_FILE_BYTES)
        port.send(next(self._tasks), exchange, EndListener(done))


def _file(outcome: HttpResponse | ApiFailure) -> WebFile | None:
    if isinstance(outcome, ApiFailure) or outcome.status >= FAILURES:
        return None
    headers = {name.lower(): value.strip() for name, value in outcome.headers}
    may_look = headers.get("access-control-allow-origin", "") in ("*", "handset://shell")
    media_type = headers.get("content-type", "").partition(";")[0].strip()
    return WebFile(outcome.body, media_type, may_look)


def _size(content: bytes) -> tuple[int, int]:
    """Of a picture, for the place that it would take."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    size = QImageReader(buffer).size()
    return max(0, size.width()), max(0, size.height())


def _no_size(_content: bytes) -> tuple[int, int]:
    return 0, 0
