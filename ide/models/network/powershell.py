"""An exchange as a command for PowerShell that repeats it.

What a server or a program wrote stands between single quotes, where a quote is the only sign with a meaning; there are
five that PowerShell takes for one.
"""

from __future__ import annotations

import base64
import re

from ide.models.network.commands import body_text, cleaned, headers_of
from simulator.traffic.exchange import Exchange

_QUOTES = re.compile("['\u2018\u2019\u201a\u201b]")
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", "MERGE", "PATCH"))
_OF_ITS_OWN = frozenset(("content-type", "user-agent", "host", "connection", "expect", "range"))
"""Headers that it takes by another parameter, or not at all."""


def powershell(exchange: Exchange, body: bytes | None) -> str:
    """`body` is that of the request; None: it has none, or is not kept. Files of an upload need PowerShell 7."""
    headers = headers_of(exchange)
    by_name = {name.lower(): value for name, value in headers}
    method = cleaned(exchange.method).upper()
    parts = [
        f"Invoke-WebRequest -Uri {quoted(cleaned(exchange.url))}",
        f"-{'Method' if method in _METHODS else 'CustomMethod'} {quoted(method)}",
    ]
    if agent := by_name.get("user-agent"):
        parts.append(f"-UserAgent {quoted(agent)}")
    if told := _joined([(name, value) for name, value in headers if name.lower() not in _OF_ITS_OWN]):
        pairs = "; ".join(f"{quoted(name)} = {quoted(value)}" for name, value in told.items())
        parts.append(f"-Headers @{{ {pairs} }}")
    if exchange.kind == "upload":
        fields = "".join(f"{quoted(name)} = {quoted(value)}; " for name, value in exchange.fields)
        file = f"{quoted(exchange.field_name)} = Get-Item -LiteralPath {quoted(exchange.file_name)}"
        return " `\n  ".join([*parts, f"-Form @{{ {fields}{file} }}"])
    if kind := by_name.get("content-type"):
        parts.append(f"-ContentType {quoted(kind)}")
    if body:
        parts.append(f"-Body {_body(body)}")
    return " `\n  ".join(parts)


def quoted(text: str) -> str:
    """A text as PowerShell takes it literally."""
    return "'" + _QUOTES.sub(lambda found: found[0] * 2, text) + "'"


def _body(body: bytes) -> str:
    text = body_text(body)
    if text is None:
        return f"([Convert]::FromBase64String('{base64.b64encode(body).decode('ascii')}'))"
    # A text alone would be sent as Latin-1.
    return f"([Text.Encoding]::UTF8.GetBytes({quoted(text)}))"


def _joined(headers: list[tuple[str, str]]) -> dict[str, str]:
    """A table cannot have a name twice."""
    found: dict[str, tuple[str, str]] = {}
    for name, value in headers:
        before = found.get(name.lower())
        found[name.lower()] = (before[0], f"{before[1]}, {value}") if before else (name, value)
    return dict(found.values())
