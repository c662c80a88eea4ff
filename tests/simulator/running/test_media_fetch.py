"""Parts of a film from the web: ranges, servers that know none, what is kept from the phone, and the network's log."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QObject

from simulator.media.source import Range
from simulator.running.media_fetch import MediaFetch
from simulator.traffic.network_side import NetworkSide
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

FILM = bytes(range(256)) * 8
_RANGE = re.compile(r"bytes=(\d+)-(\d+)")


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        first, last = map(int, (_RANGE.match(self.headers["Range"]) or [0, 0, 0]).groups())  # type: ignore[union-attr]
        body = FILM[first : last + 1]
        match self.path:
            case "/ranges" if first < len(FILM):
                self._answer(206, body, ("Content-Range", f"bytes {first}-{first + len(body) - 1}/{len(FILM)}"))
            case "/ranges":
                self._answer(416, b"", ("Content-Range", f"bytes */{len(FILM)}"))
            case "/endless":
                self._answer(206, body, ("Content-Range", f"bytes {first}-{last}/*"))
            case "/whole":
                self._answer(200, FILM)
            case "/lies":
                self._answer(206, body)
            case _:
                self._answer(404, b"not here")

    def _answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def network() -> NetworkSide:
    return NetworkSide()


@pytest.fixture
def fetch(qapp: object, network: NetworkSide) -> Iterator[MediaFetch]:
    owner = QObject()
    yield MediaFetch(owner, network)
    owner.deleteLater()


def fetched(fetch: MediaFetch, url: str, first: int, last: int) -> Range | None:
    found: list[Range | None] = []
    fetch(url, first, last, found.append)
    wait_until(lambda: found, "the answer")
    return found[0]


@pytest.mark.parametrize(
    ("path", "first", "expected"),
    [
        ("/ranges", 100, Range(100, FILM[100:200], len(FILM))),
        ("/ranges", 5000, Range(5000, b"", len(FILM))),
        ("/endless", 0, Range(0, FILM[:200], -1)),
        ("/whole", 100, Range(0, FILM, len(FILM))),
        ("/lies", 0, None),
        ("/nothing", 0, None),
    ],
)
def test_answers(fetch: MediaFetch, address: str, path: str, first: int, expected: Range | None) -> None:
    assert fetched(fetch, address + path, first, 199 if first < 200 else first + 9) == expected


def test_what_has_been_fetched_stands_in_the_log(fetch: MediaFetch, address: str, network: NetworkSide) -> None:
    fetched(fetch, address + "/ranges", 0, 9)
    (exchange,) = network.log.exchanges()
    assert (exchange.kind, exchange.url, exchange.status, exchange.state) == ("media", address + "/ranges", 206, "ok")


def test_nothing_is_asked_offline_or_of_a_blocked_address(
    fetch: MediaFetch, address: str, network: NetworkSide
) -> None:
    network.conditions.block([address])
    assert fetched(fetch, address + "/ranges", 0, 9) is None
    network.conditions.block([])
    network.conditions.become("offline")
    assert fetched(fetch, address + "/ranges", 0, 9) is None
    assert [one.state for one in network.log.exchanges()] == ["failed", "failed"]


def test_a_question_may_be_given_up(fetch: MediaFetch, address: str) -> None:
    found: list[Range | None] = []
    fetch(address + "/ranges", 0, 9, found.append)()
    assert fetched(fetch, address + "/ranges", 0, 9) is not None
    assert found == []


def test_nobody_listens(fetch: MediaFetch) -> None:
    assert fetched(fetch, "http://127.0.0.1:1/film.mp4", 0, 9) is None
