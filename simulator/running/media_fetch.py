"""Asks the web for parts of a film, as the program's own requests are asked: past the network's conditions, and noted
in its log."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import EndListener, HttpRequest, HttpResponse
from simulator.api.ports.network import Network
from simulator.media.source import Range
from simulator.traffic.log import Loaded
from simulator.traffic.network_side import NetworkSide

MAX_FILM_BYTES = 256 * 1024 * 1024
"""Of a server that gives no parts: such a film is kept in memory as a whole."""
FIRST_TASK = 1_000_000_000
"""Calls of the program have other numbers."""
PARTIAL, WHOLE, BEHIND_THE_END = 206, 200, 416

_CONTENT_RANGE = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+|\*)")


class MediaFetch:
    """Of one program; `owner` is the parent of what Qt lets live. Its HTTP is made with the first film from the web."""

    def __init__(self, owner: QObject, network: NetworkSide) -> None:
        self._owner, self._network = owner, network
        self._port: Network | None = None
        self._tasks = count(FIRST_TASK)

    def __call__(self, url: str, first: int, last: int, done: Callable[[Range | None], None]) -> Callable[[], None]:
        """Asks for the bytes from `first` to `last`."""
        if not self._network.web.may_ask(url):
            done(None)
            return lambda: None
        port = self._port = self._port or Network(self._owner, network=self._network)
        task = next(self._tasks)
        headers = {"Range": f"bytes={first}-{last}"}
        listener = _Listener(url, self._network, lambda response: done(_range(first, response)))
        port.send(task, HttpRequest(url, headers=headers, limit_bytes=MAX_FILM_BYTES), listener)
        return lambda: listener.drop(port, task)


class _Listener(EndListener):
    """Notes an exchange in the log, and gives its end on."""

    def __init__(self, url: str, network: NetworkSide, done: Callable[[HttpResponse | None], None]) -> None:
        super().__init__(self._note)
        self._url, self._network = url, network
        self._done: Callable[[HttpResponse | None], None] | None = done
        self._began, self._started = time.time(), time.perf_counter()

    def _note(self, outcome: HttpResponse | ApiFailure) -> None:
        response = outcome if isinstance(outcome, HttpResponse) else None
        spent_ms = (time.perf_counter() - self._started) * 1000
        self._network.log.loaded(
            Loaded(
                "media",
                self._url,
                self._began * 1000,
                spent_ms,
                response.status if response else 0,
                _header(response, "content-type"),
                len(response.body) if response else None,
                error="" if response else str(outcome),
            )
        )
        done, self._done = self._done, None
        if done is not None:
            done(response)

    def drop(self, port: Network, task: int) -> None:
        """Nobody wants it any more."""
        self._done = None
        port.abort(task)


def _range(first: int, response: HttpResponse | None) -> Range | None:
    if response is None:
        return None
    found = _CONTENT_RANGE.match(_header(response, "content-range"))
    size = int(found[2]) if found and found[2] != "*" else -1
    if response.status == WHOLE:
        return Range(0, response.body, len(response.body))
    if response.status == PARTIAL and found and found[1]:
        return Range(int(found[1]), response.body, size)
    return Range(first, b"", size) if response.status == BEHIND_THE_END and size >= 0 else None


def _header(response: HttpResponse | None, name: str) -> str:
    return next((value for key, value in response.headers if key.lower() == name), "") if response else ""
