"""Bodies of HTTP exchanges, after method and content type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import msgspec
from msgspec import Raw

from runtime.api.call import Call, as_bytes, from_bytes
from runtime.protocol.codec import is_deep, well_formed

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"


def with_data(url: str, method: str, headers: dict[str, str], data: Any) -> tuple[str, bytes | None]:
    """URL and body for `data`, after method and content type. Adds a content type to `headers` if there is none."""
    written = next((value for name, value in headers.items() if name.lower() == "content-type"), None)
    if written is None:
        headers["content-type"] = JSON_TYPE
    content_type = (written or JSON_TYPE).lower()
    if data is None:
        return url, None
    raw = as_bytes(data)
    if raw is not None:
        return url, raw
    if method in ("GET", "HEAD") and isinstance(data, dict):
        return with_query(url, data), None
    if method in ("GET", "HEAD"):
        return (f"{url}{'&' if '?' in url else '?'}{data}" if isinstance(data, str) and data else url), None
    if isinstance(data, str):
        return url, data.encode("utf-8", "surrogatepass")
    if content_type.startswith(FORM_TYPE) and isinstance(data, dict):
        return url, form(data).encode("ascii")
    return url, msgspec.json.encode(data)


def with_query(url: str, data: Mapping[str, Any]) -> str:
    """A URL with members added to its query; a name that is there already is replaced."""
    if not data:
        return url
    parts = urlsplit(url)
    names = {quote(name, safe="") for name in data}
    kept = [piece for piece in parts.query.split("&") if piece and piece.split("=")[0] not in names]
    return urlunsplit(parts._replace(query="&".join([*kept, form(data)])))


def form(data: Mapping[str, Any]) -> str:
    """Members as `a=1&b=2`, escaped as encodeURIComponent does."""
    return urlencode({name: call_text(value) for name, value in data.items()}, quote_via=quote, safe="!'()*-._~")


def call_text(value: Any) -> str:
    """A value as the platform puts it into headers, queries and forms: objects as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return msgspec.json.encode(value).decode("utf-8")


def body_value(body: bytes, call: Call) -> Any:
    """The body as `data`: a buffer, parsed JSON, or the text if it is none."""
    if call.text("responseType", "text") == "arraybuffer":
        return from_bytes(body)
    text = body.decode("utf-8", "replace")
    if call.text("dataType", "json") == "json" and text.strip():
        json = well_formed(text.encode())
        try:
            msgspec.json.decode(json)
        except (msgspec.MsgspecError, RecursionError):
            return text
        return text if is_deep(json) else Raw(json)
    return text
