"""What the HTTP calls share: one exchange that is heard, URLs, headers, time limits. Any answer of a server is success,
whatever its status.

Source: reference, network. The port moves bytes; here they get their meaning.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from runtime.api.call import ApiFailure, Call, from_bytes
from runtime.api.families.network.bodies import call_text
from runtime.api.port import HostPorts
from runtime.api.ports.http_values import HttpResponse
from runtime.api.ports.network import NETWORK

DEFAULT_TIMEOUT_MS = 60_000
MAX_TIMEOUT_MS = 2**31 - 1
URL_ERRNO = 600009
# What a URL may hold without being escaped, and the escapes themselves.
_URL_SAFE = "%/:=&?~#+!$,;'@()*[]-._|"


class Exchange:
    """Hears of an exchange and tells the program. `answer` makes the result of an answer of the server."""

    def __init__(
        self, call: Call, answer: Callable[[HttpResponse], Mapping[str, Any]], members: tuple[str, str] | None = None
    ) -> None:
        self._call = call
        self._answer = answer
        self._members = members

    def headers(self, status: int, headers: Sequence[tuple[str, str]]) -> None:
        detail = {"statusCode": status, "header": joined(headers), "cookies": cookies_of(headers)}
        self._call.emit("onHeadersReceived", detail)

    def chunk(self, data: bytes) -> None:
        self._call.emit("onChunkReceived", {"data": from_bytes(data)})

    def progress(self, done: int, expected: int) -> None:
        if self._members is None:
            return
        percent = min(100, round(done * 100 / expected)) if expected > 0 else 0
        sent_name, total_name = self._members
        self._call.emit("onProgressUpdate", {"progress": percent, sent_name: done, total_name: max(expected, 0)})

    def done(self, outcome: HttpResponse | ApiFailure) -> None:
        self._call.guard(lambda: self._end(outcome))

    def _end(self, outcome: HttpResponse | ApiFailure) -> None:
        if isinstance(outcome, ApiFailure):
            raise outcome
        self._call.succeed(self._answer(outcome))


def abort(call: Call, ports: HostPorts) -> None:
    """abort of a task; the task's own call fails with `abort`."""
    ports[NETWORK].abort(call.task_id)
    call.succeed()


def http_url(written: str) -> str:
    """The URL, escaped where the program did not. Raises ApiFailure if it is no HTTP URL."""
    text = written.strip()
    try:
        parts = urlsplit(text)
        is_http = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_http = False
    if not is_http:
        raise ApiFailure(f'invalid url "{text}"', URL_ERRNO)
    return urlunsplit((*parts[:2], quote(parts.path, _URL_SAFE), quote(parts.query, _URL_SAFE), ""))


def header_lines(call: Call) -> dict[str, str]:
    """The program's headers as text. The Referer is the platform's and cannot be set."""
    given = {str(name): call_text(value) for name, value in call.members("header").items() if value is not None}
    return {name: value for name, value in given.items() if name.lower() != "referer"}


def joined(headers: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Headers as an object, names as received; several of one name are joined by a comma."""
    lines: dict[str, str] = {}
    for name, value in headers:
        lines[name] = f"{lines[name]},{value}" if name in lines else value
    return lines


def cookies_of(headers: Sequence[tuple[str, str]]) -> list[str]:
    """The cookies that the server sets, one text each."""
    return [value for name, value in headers if name.lower() == "set-cookie"]


def timeout_of(call: Call, ports: HostPorts) -> int:
    """The time limit of a call in ms: its own, the program's, the platform's. What is not positive counts as absent."""
    limits = (int(call.number("timeout")), ports[NETWORK].limit_ms(call.request.name))
    return next((min(limit, MAX_TIMEOUT_MS) for limit in limits if limit > 0), DEFAULT_TIMEOUT_MS)


def suffix_of(url: str, headers: Sequence[tuple[str, str]]) -> str:
    """How a temporary file is to end, from its content type or its URL."""
    written = next((value for name, value in headers if name.lower() == "content-type"), "")
    guessed = mimetypes.guess_extension(written.partition(";")[0].strip()) if written else None
    return PurePosixPath(urlsplit(url).path).suffix or guessed or ""
