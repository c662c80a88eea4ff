"""A question of a page about media, as a request of Chromium's: it may wait long for its answer, or be given up."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob
from shiboken6 import isValid

from simulator.phone.replies import reply

POSITION = "X-Position"


class MediaQuestion:
    """Answered once; `headers` are those of every answer of the scheme."""

    def __init__(self, job: QWebEngineUrlRequestJob, headers: Mapping[str, str]) -> None:
        self._job, self._headers = job, headers

    def news(self, text: bytes) -> None:
        """Answers with a list of news, JSON."""
        self._reply("application/json", text)

    def picture(self, position_ms: int, jpeg: bytes) -> None:
        """Answers with a picture."""
        own = {POSITION: str(position_ms), "Access-Control-Expose-Headers": POSITION}
        self._reply("image/jpeg", jpeg, own)

    def value(self, value: Any) -> None:
        """Answers with JSON."""
        self._reply("application/json", json.dumps(value).encode())

    def sound(self, file: bytes) -> None:
        """Answers with a WAV file."""
        self._reply("audio/wav", file)

    def refuse(self) -> None:
        """There is nothing more."""
        if isValid(self._job):
            self._job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def on_gone(self, gone: Callable[[], None]) -> None:
        """Says whom to tell when nobody waits for the answer any more."""
        self._job.destroyed.connect(lambda *_: gone())

    def _reply(self, kind: str, data: bytes, own: Mapping[str, str] | None = None) -> None:
        if isValid(self._job):
            reply(self._job, data, kind, {**self._headers, **(own or {})})
