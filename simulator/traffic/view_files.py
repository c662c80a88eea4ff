"""The phone's view and the traffic log: files that are given out to it, and what it tells of the web."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from runtime.protocol.view import LoadedFile
from simulator.traffic.conditions import Conditions
from simulator.traffic.exchange import Kind
from simulator.traffic.log import Loaded, TrafficLog

Reader = Callable[[str], bytes | None]
NOT_FOUND = 404
NOT_LOADED = "the page could not load it"

_KINDS: dict[str, tuple[Kind, str]] = {
    ".png": ("image", "image/png"), ".jpg": ("image", "image/jpeg"), ".jpeg": ("image", "image/jpeg"),
    ".gif": ("image", "image/gif"), ".webp": ("image", "image/webp"), ".svg": ("image", "image/svg+xml"),
    ".bmp": ("image", "image/bmp"), ".ico": ("image", "image/x-icon"),
    ".ttf": ("font", "font/ttf"), ".otf": ("font", "font/otf"), ".woff": ("font", "font/woff"),
    ".woff2": ("font", "font/woff2"),
    ".mp3": ("media", "audio/mpeg"), ".mp4": ("media", "video/mp4"), ".aac": ("media", "audio/aac"),
    ".wav": ("media", "audio/wav"), ".m4a": ("media", "audio/mp4"),
}  # fmt: skip


def watched(read: Reader, host: str, log: TrafficLog) -> Reader:
    """The same reader of `handset://<host>/<path>`, whose every answer is logged."""

    def read_and_tell(path: str) -> bytes | None:
        began, started = time.time(), time.perf_counter()
        content = read(path)
        spent_ms = (time.perf_counter() - started) * 1000
        kind, media_type = kind_of(path, "")
        status, error = (200, "") if content is not None else (NOT_FOUND, "not found")
        url = f"handset://{host}/{path}"
        log.loaded(Loaded(kind, url, began * 1000, spent_ms, status, media_type, content=content, error=error))
        return content

    return read_and_tell


class WebFiles:
    """What pages get from the web, or are kept from. How it went Chromium tells the page, and not much of it."""

    def __init__(self, log: TrafficLog, conditions: Conditions) -> None:
        self._log, self._conditions = log, conditions

    def may_ask(self, url: str) -> bool:
        """Whether the web may be asked for an address; that it may not be is logged."""
        if self._conditions.may_ask(url):
            return True
        error = "net::ERR_INTERNET_DISCONNECTED" if self._conditions.now.is_offline else "net::ERR_BLOCKED_BY_CLIENT"
        kind, media_type = kind_of(url, "")
        self._log.loaded(Loaded(kind, url, time.time() * 1000, 0.0, 0, media_type, error=error))
        return False

    def loaded(self, files: Sequence[LoadedFile]) -> None:
        """A page says what it got. It says the same of what it was kept from."""
        for file in files:
            if self._conditions.may_ask(file.url):
                kind, media_type = kind_of(file.url, file.kind)
                size = round(file.size_bytes) or None
                # A server has to let pages have its fonts; of one that has, they know the status.
                has_failed = file.outcome == "failed" or (kind == "font" and not file.status)
                is_there = file.outcome == "loaded"
                found = Loaded(kind, file.url, file.start_ms, file.duration_ms, file.status, media_type, size)
                self._log.loaded(replace(found, error=NOT_LOADED if has_failed else "", is_there=is_there))


def kind_of(url: str, asked_by: str) -> tuple[Kind, str]:
    """What a file is, by its name or by who asks for it, and its media type."""
    suffix = PurePosixPath(url.partition("?")[0].partition("#")[0]).suffix.lower()
    return _KINDS.get(suffix) or ("image" if asked_by in ("img", "image") else "other", "")
