"""Every exchange ends, whatever a server sends: with the answer if it was one, with a failure in form if not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from pytestqt.qtbot import QtBot

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import HttpRequest, HttpResponse
from simulator.api.http.errors import NETWORK_ERRNO
from simulator.api.ports import network as port
from simulator.api.ports.network import Network
from tests.support.rude_server import BROKEN_CHUNKS, RudeServer

MB = 1024 * 1024


class Heard:
    """The end of an exchange, and how much of it came in chunks."""

    def __init__(self) -> None:
        self.outcome: HttpResponse | ApiFailure | None = None
        self.chunked = 0

    def headers(self, status: int, headers: Sequence[tuple[str, str]]) -> None:
        pass

    def chunk(self, data: bytes) -> None:
        self.chunked += len(data)

    def progress(self, done: int, expected: int) -> None:
        pass

    def done(self, outcome: HttpResponse | ApiFailure) -> None:
        assert self.outcome is None
        self.outcome = outcome


@pytest.fixture
def server() -> Iterator[RudeServer]:
    made = RudeServer()
    yield made
    made.close()


@pytest.fixture
def network(qtbot: QtBot) -> Iterator[Network]:
    made = Network()
    yield made
    made.drop_all()
    made.deleteLater()


Fetch = Callable[..., Heard]


@pytest.fixture
def fetch(qtbot: QtBot, network: Network, server: RudeServer) -> Fetch:
    def run(path: str, **members: object) -> Heard:
        heard = Heard()
        network.send(1, HttpRequest(server.url(path), **members), heard)  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: heard.outcome is not None, timeout=20_000)
        return heard

    return run


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/half", "net::ERR_CONTENT_LENGTH_MISMATCH"),
        ("/garbage", "net::ERR_"),
        ("/nothing", "net::ERR_CONNECTION_CLOSED"),
        ("/half-a-head", "net::ERR_"),
        # These two a phone reads over; libcurl does not.
        ("/negative", "net::ERR_INVALID_RESPONSE"),
        ("/no-colon", "net::ERR_INVALID_RESPONSE"),
        ("/loop", "net::ERR_TOO_MANY_REDIRECTS"),
        ("/large", "exceed max response size 32MB"),
    ],
)
def test_what_is_no_whole_answer_is_a_failure(fetch: Fetch, path: str, reason: str) -> None:
    outcome = fetch(path).outcome
    assert isinstance(outcome, ApiFailure)
    assert reason in outcome.reason
    assert outcome.environment
    assert outcome.errno == NETWORK_ERRNO


@pytest.mark.parametrize("path", BROKEN_CHUNKS)
@pytest.mark.parametrize("members", [{}, {"method": "POST", "body": b"{}"}, {"chunked": True}], ids=str)
def test_a_body_in_broken_chunks_is_a_failure_every_time(fetch: Fetch, path: str, members: dict[str, object]) -> None:
    for _ in range(20):
        outcome = fetch(path, **members).outcome
        assert isinstance(outcome, ApiFailure)
        assert "net::ERR_" in outcome.reason
        assert outcome.environment


def test_a_body_in_whole_chunks_is_an_answer_every_time(fetch: Fetch) -> None:
    for _ in range(20):
        outcome = fetch("/chunks").outcome
        assert isinstance(outcome, HttpResponse)
        assert outcome.body == b"hello world"


@pytest.mark.parametrize("path", ["/bomb", "/no-gzip"])
def test_what_cannot_be_unpacked_is_a_failure(fetch: Fetch, path: str) -> None:
    assert isinstance(fetch(path).outcome, ApiFailure)


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd", "handset://project/app.json", "data:text/plain,hi", "qrc:/qtwebchannel/qwebchannel.js",
        "ftp://127.0.0.1/", "javascript:0",
    ],
)  # fmt: skip
def test_a_redirect_leads_to_the_web_alone(fetch: Fetch, target: str) -> None:
    outcome = fetch("/to/" + quote(target, safe="")).outcome
    assert isinstance(outcome, ApiFailure)
    assert "net::ERR_UNSAFE_REDIRECT" in outcome.reason


@pytest.mark.parametrize("path", ["/ok", "/headers", "/status", "/unknown-encoding"])
def test_what_can_be_read_is_an_answer(fetch: Fetch, path: str) -> None:
    outcome = fetch(path).outcome
    assert isinstance(outcome, HttpResponse)
    assert outcome.body == b"ok"


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("POST", b"{}"), ("OPTIONS", None)])
def test_an_endless_answer_ends_at_the_limit_and_is_not_taken_in_advance(
    fetch: Fetch, server: RudeServer, method: str, body: bytes | None
) -> None:
    headers = {"content-type": "application/json"}
    outcome = fetch("/endless", method=method, body=body, headers=headers, limit_bytes=8 * MB).outcome
    assert isinstance(outcome, ApiFailure)
    assert outcome.reason == "exceed max response size 8MB"
    # What the system keeps between the two, and no more.
    assert server.sent < 24 * MB


def test_chunks_without_end_are_limited_too(fetch: Fetch) -> None:
    heard = fetch("/endless", chunked=True, limit_bytes=4 * MB)
    assert isinstance(heard.outcome, ApiFailure)
    assert heard.chunked <= 4 * MB


def test_many_endless_answers_share_one_limit(
    qtbot: QtBot, network: Network, server: RudeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port, "MAX_HELD_BYTES", 16 * MB)
    heard = [Heard() for _ in range(6)]
    for number, one in enumerate(heard):
        network.send(number, HttpRequest(server.url(f"/endless{number}"), limit_bytes=1024 * MB), one)
    held = []

    def all_ended() -> bool:
        held.append(network.held_bytes)
        return all(one.outcome is not None for one in heard)

    qtbot.waitUntil(all_ended, timeout=20_000)
    assert max(held) <= 16 * MB
    assert network.held_bytes == 0


def test_the_next_exchange_works_after_all_that(fetch: Fetch, tmp_path: Path) -> None:
    for path in ("/half", "/garbage", "/loop", "/endless"):
        fetch(path, limit_bytes=MB)
    assert isinstance(fetch("/ok").outcome, HttpResponse)
