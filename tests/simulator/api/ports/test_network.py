"""HTTP over Qt against a server on loopback."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from runtime.api.call import ApiFailure, Request
from runtime.api.ports.http_values import HttpRequest, HttpResponse, Upload
from simulator.api.ports.network import MAX_PARALLEL, Network
from simulator.traffic.network_side import NetworkSide


class Site(ThreadingHTTPServer):
    """Answers by path; keeps what it was asked. `/held` waits until `release` is set."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.release = threading.Event()
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.held = threading.Semaphore(0)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.requests.append((self.command, self.path, dict(self.headers.items()), body))
        if self.path == "/held":
            self.server.held.release()
            self.server.release.wait(30)
        if self.path == "/moved":
            return self._send(302, b"", ("Location", "/final"))
        if self.path == "/missing":
            return self._send(404, b'{"error":1}')
        self._send(200, f"{self.command} {self.path}".encode(), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))

    def _send(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        self.send_header("X-Served-By", "Test")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_OPTIONS = answer

    def log_message(self, format: str, *args: object) -> None:
        pass


@dataclass
class Heard:
    """What a listener was told."""

    outcome: HttpResponse | ApiFailure | None = None
    heads: list[int] = field(default_factory=list)
    chunks: list[bytes] = field(default_factory=list)
    steps: list[tuple[int, int]] = field(default_factory=list)

    def headers(self, status: int, headers: Sequence[tuple[str, str]]) -> None:
        self.heads.append(status)

    def chunk(self, data: bytes) -> None:
        self.chunks.append(data)

    def progress(self, done: int, expected: int) -> None:
        self.steps.append((done, expected))

    def done(self, outcome: HttpResponse | ApiFailure) -> None:
        assert self.outcome is None
        self.outcome = outcome


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.release.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def side() -> NetworkSide:
    return NetworkSide()


@pytest.fixture
def network(qtbot: QtBot, side: NetworkSide) -> Iterator[Network]:
    made = Network(appid="wxabc", network=side)
    yield made
    made.drop_all()
    made.deleteLater()


Fetch = Callable[[HttpRequest], Heard]


@pytest.fixture
def fetch(qtbot: QtBot, network: Network) -> Fetch:
    def run(request: HttpRequest) -> Heard:
        heard = Heard()
        network.send(1, request, heard)
        qtbot.waitUntil(lambda: heard.outcome is not None)
        return heard

    return run


def response(heard: Heard) -> HttpResponse:
    assert isinstance(heard.outcome, HttpResponse)
    return heard.outcome


def test_an_exchange(site: Site, fetch: Fetch) -> None:
    heard = fetch(HttpRequest(site.url("/a?b=1"), headers={"X-Own": "v"}))
    answer = response(heard)
    assert (answer.status, answer.body) == (200, b"GET /a?b=1")
    assert ("X-Served-By", "Test") in answer.headers
    assert [value for name, value in answer.headers if name == "Set-Cookie"] == ["a=1", "b=2"]
    assert heard.heads == [200]
    assert {"fetchStart", "responseStart", "responseEnd"} <= set(answer.profile)
    _, _, headers, _ = site.requests[0]
    assert headers["Referer"] == "https://servicewechat.com/wxabc/devtools/page-frame.html"
    assert headers["X-Own"] == "v"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_methods_and_bodies(site: Site, fetch: Fetch, method: str) -> None:
    answer = response(fetch(HttpRequest(site.url("/m"), method, {"content-type": "application/json"}, b'{"a":1}')))
    assert answer.body == f"{method} /m".encode()
    sent_method, _, headers, body = site.requests[0]
    assert (sent_method, body) == (method, b'{"a":1}')
    assert {name.lower(): value for name, value in headers.items()}["content-type"] == "application/json"


def test_cookies_are_not_kept(site: Site, fetch: Fetch) -> None:
    fetch(HttpRequest(site.url("/a")))
    fetch(HttpRequest(site.url("/b")))
    assert "Cookie" not in site.requests[1][2]


def test_any_status_is_an_answer(site: Site, fetch: Fetch) -> None:
    answer = response(fetch(HttpRequest(site.url("/missing"))))
    assert (answer.status, answer.body) == (404, b'{"error":1}')


def test_redirects_are_followed_or_not(site: Site, fetch: Fetch) -> None:
    assert response(fetch(HttpRequest(site.url("/moved")))).body == b"GET /final"
    assert response(fetch(HttpRequest(site.url("/moved"), follow_redirects=False))).status == 302


def test_chunks_come_early(site: Site, fetch: Fetch) -> None:
    heard = fetch(HttpRequest(site.url("/c"), chunked=True))
    assert b"".join(heard.chunks) == b"GET /c" == response(heard).body


def test_an_upload(site: Site, fetch: Fetch) -> None:
    upload = Upload("file", 'a"b.png', b"\x00content", {"field": "中"})
    heard = fetch(HttpRequest(site.url("/u"), "POST", upload=upload))
    body = site.requests[0][3]
    assert b'name="file"; filename="a%22b.png"' in body
    assert b"\x00content" in body
    assert 'name="field"\r\n\r\n中'.encode() in body
    assert heard.steps
    assert heard.steps[-1][0] == heard.steps[-1][1]
    assert response(heard).status == 200


def test_a_download_reports_progress(site: Site, fetch: Fetch) -> None:
    heard = fetch(HttpRequest(site.url("/d")))
    assert heard.steps[-1] == (6, 6)


def test_a_body_that_goes_to_a_file_is_not_held(site: Site, fetch: Fetch, network: Network, tmp_path: Path) -> None:
    target = tmp_path / "body"
    heard = fetch(HttpRequest(site.url("/d"), into=target, limit_bytes=6))
    assert (response(heard).body, target.read_bytes(), network.held_bytes) == (b"", b"GET /d", 0)
    refused = fetch(HttpRequest(site.url("/dd"), into=target, limit_bytes=6)).outcome
    assert isinstance(refused, ApiFailure)
    assert "exceed max response size" in refused.reason


def test_a_disk_that_takes_no_more_fails_a_download(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    heard = fetch(HttpRequest(site.url("/d"), into=tmp_path / "none" / "body"))
    assert isinstance(heard.outcome, ApiFailure)
    assert (heard.outcome.errno, heard.outcome.environment) == (1300201, True)


def test_a_time_limit(site: Site, fetch: Fetch) -> None:
    failure = fetch(HttpRequest(site.url("/held"), timeout_ms=50)).outcome
    assert isinstance(failure, ApiFailure)
    assert (failure.reason, failure.errno) == ("timeout", 5)


def test_abort(site: Site, network: Network) -> None:
    heard = Heard()
    network.send(1, HttpRequest(site.url("/held")), heard)
    network.abort(1)
    network.abort(1)
    assert isinstance(heard.outcome, ApiFailure)
    assert heard.outcome.reason == "abort"


def test_nobody_there_is_the_environments_fault(site: Site, fetch: Fetch) -> None:
    site.server_close()
    failure = fetch(HttpRequest(site.url("/"))).outcome
    assert isinstance(failure, ApiFailure)
    assert failure.environment
    assert "net::ERR_CONNECTION_REFUSED" in failure.reason


def test_never_more_than_ten_at_once_whoever_answers(network: Network, qtbot: QtBot) -> None:
    # Chromium's own limit is six for each server, so it takes two servers to reach the platform's ten.
    sites = [Site(), Site()]
    for one in sites:
        threading.Thread(target=one.serve_forever, daemon=True).start()
    heard = [Heard() for _ in range(12)]
    for index, listener in enumerate(heard):
        network.send(index, HttpRequest(sites[index % 2].url("/held")), listener)
    qtbot.waitUntil(lambda: sum(len(one.requests) for one in sites) >= 10, timeout=20_000)
    qtbot.wait(200)
    assert sum(len(one.requests) for one in sites) == 10
    for one in sites:
        one.release.set()
    qtbot.waitUntil(lambda: all(one.outcome is not None for one in heard), timeout=20_000)
    assert [response(one).status for one in heard] == [200] * 12
    for one in sites:
        one.shutdown()
        one.server_close()


def test_ten_run_and_others_wait(site: Site, network: Network, qtbot: QtBot) -> None:
    heard = [Heard() for _ in range(MAX_PARALLEL + 3)]
    for index, one in enumerate(heard):
        network.send(index, HttpRequest(site.url("/held")), one)
    qtbot.waitUntil(lambda: sum(path == "/held" for _, path, _, _ in site.requests) >= 6)
    network.abort(MAX_PARALLEL + 2)
    assert heard[-1].outcome is not None
    assert len(site.requests) <= MAX_PARALLEL
    site.release.set()
    qtbot.waitUntil(lambda: all(one.outcome is not None for one in heard), timeout=20_000)
    assert [response(one).status for one in heard[:-1]] == [200] * (MAX_PARALLEL + 2)


def test_the_traffic_log_hears_what_was_sent_and_what_came(site: Site, fetch: Fetch, side: NetworkSide) -> None:
    log = side.log
    log.called(Request("request", {"url": site.url("/moved"), "method": "post"}, 1))
    fetch(HttpRequest(site.url("/moved"), "POST", {"X-Own": "v", "Bad\nName": "x"}, b"\x00body"))
    log.answered(1, "")
    (entry,) = log.exchanges()
    assert (entry.kind, entry.state, entry.status, entry.method) == ("request", "ok", 200, "GET")
    assert entry.url == site.url("/final")
    assert [(hop.method, hop.url, hop.status) for hop in entry.hops] == [("POST", site.url("/moved"), 302)]
    names = [name for name, _ in entry.request_headers]
    assert "X-Own" in names
    assert "Bad\nName" not in names
    assert entry.request_body is not None
    assert log.bodies.read(entry.request_body) == b"\x00body"
    assert entry.body is not None
    assert log.bodies.read(entry.body) == b"GET /final"
    assert (entry.protocol, entry.remote) == ("http/1.1", f"127.0.0.1:{site.server_address[1]}")
    assert entry.wire_bytes > entry.body.size_bytes
    assert entry.timing.wait_ms > 0


def test_the_profile_has_the_members_of_the_platform(site: Site, fetch: Fetch) -> None:
    profile = response(fetch(HttpRequest(site.url("/a")))).profile
    ways = [profile[name] for name in ("fetchStart", "domainLookUpStart", "connectStart", "connectEnd", "requestStart")]
    assert ways == sorted(ways)
    assert (profile["peerIP"], profile["protocol"], profile["socketReused"]) == ("127.0.0.1", "http/1.1", False)
    assert profile["receivedBytedCount"] > 0


def test_a_call_that_waits_and_is_aborted_is_in_the_traffic_log(
    site: Site, network: Network, side: NetworkSide, qtbot: QtBot
) -> None:
    last = MAX_PARALLEL + 1
    for number in range(1, last + 1):
        side.log.called(Request("request", {"url": site.url("/held")}, number))
        network.send(number, HttpRequest(site.url("/held")), Heard())
    assert [entry.state for entry in side.log.exchanges()] == ["running"] * MAX_PARALLEL + ["waiting"]
    network.abort(1)
    assert side.log.exchanges()[last - 1].state == "running"
