"""What goes out: headers that are headers, redirects by the rules, the system's proxy."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from runtime.api.ports.http_values import HttpRequest
from simulator.api.http.head import HttpHead
from simulator.api.http.message import Message
from tests.simulator.api.ports.test_network import Fetch, Site, fetch, network, response, side, site

__all__ = ["fetch", "network", "side", "site"]
URL = "https://example.com/a/b?c"


def message(method: str = "GET", url: str = URL, **headers: str) -> Message:
    return Message.first(HttpRequest(url, method, headers, b"{}"), "https://referer/")


def head(status: int, location: str | None) -> HttpHead:
    made = HttpHead()
    lines = [f"HTTP/1.1 {status} X", *([f"Location: {location}"] if location is not None else []), ""]
    for line in lines:
        made.take(f"{line}\r\n".encode())
    return made


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/x", "https://example.com/x"),
        ("x?y", "https://example.com/a/x?y"),
        ("//other.org/", "https://other.org/"),
        ("https://other.org:1/z", "https://other.org:1/z"),
        ("javascript:0", "javascript:0"),
    ],
)
def test_a_location_counts_from_the_message(location: str, target: str) -> None:
    assert message().target(head(302, location)) == QUrl(target)


@pytest.mark.parametrize(("status", "location"), [(302, None), (300, "/x"), (304, "/x"), (200, "/x"), (201, "/x")])
def test_what_leads_nowhere_is_an_answer(status: int, location: str | None) -> None:
    assert message().target(head(status, location)) is None


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.com/", "http://example.com/", "https://[bad", ""]
)
def test_a_redirect_does_not_leave_the_web_nor_become_less_safe(target: str) -> None:
    assert message().redirected(302, QUrl(target)) is None


@pytest.mark.parametrize(
    ("method", "status", "becomes"),
    [
        ("POST", 301, "GET"), ("PUT", 302, "GET"), ("DELETE", 303, "GET"), ("HEAD", 303, "HEAD"),
        ("POST", 307, "POST"), ("PUT", 308, "PUT"),
    ],
)  # fmt: skip
def test_the_method_after_a_redirect(method: str, status: int, becomes: str) -> None:
    following = message(method, **{"Content-Type": "application/json"}).redirected(status, QUrl("https://other.org/"))
    assert following is not None
    assert following.method == becomes
    assert (following.body == b"{}") == (becomes == method != "HEAD")
    assert ("Content-Type" in following.headers) == (becomes == method != "HEAD")


def test_a_header_cannot_bring_another_one(site: Site, fetch: Fetch) -> None:
    headers = {"X-Good": "中", "X-Empty": "", "X-Bad": "a\r\nX-Added: 1", "X Bad": "1", "X-Nul": "\0", "X-B\r\nad": "1"}
    response(fetch(HttpRequest(site.url("/"), headers=headers)))
    sent = site.requests[0][2]
    assert {name for name in sent if name.startswith("X")} == {"X-Good", "X-Empty"}
    assert sent["X-Empty"] == ""


@pytest.mark.parametrize("length", ["1", "100000", "-1"])
def test_the_length_of_a_body_is_not_the_programs_to_tell(site: Site, fetch: Fetch, length: str) -> None:
    answer = response(fetch(HttpRequest(site.url("/"), "POST", {"Content-Length": length}, b"body")))
    assert answer.status == 200
    assert site.requests[0][3] == b"body"


def test_a_program_that_names_encodings_does_so_alone(site: Site, fetch: Fetch) -> None:
    response(fetch(HttpRequest(site.url("/"), headers={"accept-encoding": "gzip;q=0", "USER-AGENT": "own"})))
    assert site.requests[0][2]["accept-encoding"] == "gzip;q=0"
    assert {name.lower() for name in site.requests[0][2]} >= {"user-agent", "accept-language", "referer"}


def test_the_proxy_of_the_system_is_used(site: Site, fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url(""))
    response(fetch(HttpRequest("http://nowhere.invalid/through")))
    assert site.requests[0][1] == "http://nowhere.invalid/through"
