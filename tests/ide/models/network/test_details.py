"""What is told of one exchange."""

from __future__ import annotations

from ide.models.network.details import cookies_of, headers_of, payload_of, phases_of
from ide.models.texts import load_texts
from simulator.traffic.exchange import Body, Exchange, Hop, Timing

TEXTS = load_texts("en")
EXCHANGE = Exchange(
    4, "upload", "https://a.example/put?x=1", 0, "POST", "failed", error="uploadFile:fail timeout", replayed=3,
    request_headers=(("Cookie", "a=1; b=2"),), request_body=Body(2000), fields=(("k", "v"),), field_name="file",
    file_name="a.png", headers=(("Set-Cookie", "c=3; Path=/"),),
    hops=(Hop("POST", "https://b.example", 307, (("L", "x"),)),),
    timing=Timing(queued_ms=5, wait_ms=10),
)  # fmt: skip


def test_headers_of_both_directions_and_of_every_hop() -> None:
    sections = headers_of(EXCHANGE, TEXTS)
    assert [section.title for section in sections] == [
        "General", "Redirected by 307 of https://b.example", "Response headers", "Request headers",
    ]  # fmt: skip
    facts = dict(sections[0].rows)
    assert (facts["Status"], facts["Error"]) == ("failed", "uploadFile:fail timeout")
    assert "number 3" in facts["Replay"]


def test_query_and_form() -> None:
    assert [(section.title, section.rows) for section in payload_of(EXCHANGE, TEXTS)] == [
        ("Query", (("x", "1"),)), ("Form data", (("k", "v"), ("file", "a.png  2.0 kB"))),
    ]  # fmt: skip


def test_cookies() -> None:
    assert [section.rows for section in cookies_of(EXCHANGE, TEXTS)] == [
        (("c", "3; Path=/"),), (("a", "1"), ("b", "2")),
    ]  # fmt: skip


def test_phases_follow_each_other() -> None:
    assert list(phases_of(EXCHANGE.timing)) == [("queued", 0.0, 5), ("wait", 5.0, 10)]
