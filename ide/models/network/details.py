"""What is told of one exchange, in sections of names and values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ide.models.console.quantities import milliseconds, size
from ide.models.network.addresses import query_of
from ide.models.network.columns import status
from ide.models.texts import Texts
from simulator.bridge.preview import Role
from simulator.traffic.exchange import Exchange, Timing

LONGEST_VALUE = 20_000
PHASES: Mapping[str, Role] = {
    "queued": "dim", "dns": "info", "connect": "warn", "tls": "name", "wait": "ok", "receive": "link",
}  # fmt: skip
"""In their order, with the colour in which each is drawn."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows."""

    title: str
    rows: tuple[tuple[str, str], ...]


def headers_of(exchange: Exchange, texts: Texts) -> Sequence[Section]:
    """What happened, the answers that led on, and the headers of both directions."""
    sections = [Section(texts("network.general"), tuple(_general(exchange, texts)))]
    for hop in exchange.hops:
        title = texts("network.redirected", status=hop.status, url=hop.url[:200])
        sections.append(Section(title, _cut(hop.headers)))
    sections.append(Section(texts("network.response_headers"), _cut(exchange.headers)))
    sections.append(Section(texts("network.request_headers"), _cut(exchange.request_headers)))
    return [section for section in sections if section.rows]


def payload_of(exchange: Exchange, texts: Texts) -> Sequence[Section]:
    """What was sent beside the body: the query, and the fields of an upload."""
    sections = [Section(texts("network.query"), _cut(query_of(exchange.url)))]
    if exchange.kind == "upload":
        amount = size(exchange.request_body.size_bytes) if exchange.request_body is not None else ""
        file = (exchange.field_name, f"{exchange.file_name}  {amount}")
        sections.append(Section(texts("network.form"), (*_cut(exchange.fields), file)))
    return [section for section in sections if section.rows]


def cookies_of(exchange: Exchange, texts: Texts) -> Sequence[Section]:
    """The cookies of both directions; those of the answer with what was said of them."""
    sent: list[tuple[str, str]] = []
    for name, value in exchange.request_headers:
        if name.lower() == "cookie":
            sent += [_pair(part) for part in value.split(";") if part.strip()]
    came = [_pair(value) for name, value in exchange.headers if name.lower() == "set-cookie"]
    sections = (
        Section(texts("network.cookies_set"), _cut(came)),
        Section(texts("network.cookies_sent"), _cut(sent)),
    )
    return [section for section in sections if section.rows]


def phases_of(timing: Timing) -> Sequence[tuple[str, float, float]]:
    """Each phase that there was: its name, when it began and how long it took, in ms."""
    lengths = (
        timing.queued_ms, timing.dns_ms, timing.connect_ms, timing.tls_ms, timing.wait_ms, timing.receive_ms,
    )  # fmt: skip
    found, at = [], 0.0
    for name, length in zip(PHASES, lengths, strict=True):
        if length > 0:
            found.append((name, at, length))
        at += length
    return found


def _general(exchange: Exchange, texts: Texts) -> list[tuple[str, str]]:
    word = status(exchange)
    known = {
        "url": exchange.url[:LONGEST_VALUE],
        "method": exchange.method,
        "status": word if word.isdigit() else texts(f"network.status.{word}"),
        "error": exchange.error,
        "protocol": exchange.protocol,
        "remote": exchange.remote,
        "closed": exchange.closed,
        "messages": str(exchange.frames) if exchange.kind == "socket" else "",
        "time": "" if exchange.duration_ms is None else milliseconds(exchange.duration_ms),
        "transferred": size(exchange.wire_bytes) if exchange.wire_bytes else "",
        "replayed": texts("network.replay_of", number=exchange.replayed) if exchange.replayed else "",
    }
    return [(texts(f"network.fact.{name}"), value) for name, value in known.items() if value]


def _pair(written: str) -> tuple[str, str]:
    name, _, value = written.strip().partition("=")
    return name, value


def _cut(rows: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name[:LONGEST_VALUE], value[:LONGEST_VALUE]) for name, value in rows)
