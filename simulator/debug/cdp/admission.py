"""Who may come in: every request to the server's port is looked at here before anything is done for it.

A page in a browser can open connections to loopback, so its `Origin` is refused and the `Host` must be loopback's own
(a name that somebody points there is not). Debugging needs the address with its token; the list of targets, which
tells it, is given only where the user has asked for a port. Knows no sockets.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from websockets.http11 import Request

_OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_FRONT_END = frozenset({"devtools://devtools"})
"""Origins of the Chrome front end, which no web page can have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer instead of a connection; `body` is JSON if all is well, else a sentence."""

    status: HTTPStatus
    body: bytes


@dataclass(frozen=True, slots=True)
class Admission:
    """`documents`: what the list of targets and its like are made of, by path; empty if nobody may see them."""

    token: str
    documents: Mapping[str, Callable[[], bytes]]

    def judge(self, request: Request) -> Answer | Literal["welcome"]:
        """Whether a request may debug, or what it is answered."""
        if not is_own_host(request.headers.get_all("Host")):
            return _refusal(HTTPStatus.FORBIDDEN, "The Host must be 127.0.0.1 or localhost.")
        if not set(request.headers.get_all("Origin")) <= _FRONT_END:
            return _refusal(HTTPStatus.FORBIDDEN, "Web pages may not debug.")
        path = request.path.partition("?")[0]
        document = self.documents.get(path.rstrip("/"))
        if document is not None:
            return Answer(HTTPStatus.OK, document())
        if hmac.compare_digest(path.encode(), f"/{self.token}".encode()):
            return "welcome"
        return _refusal(HTTPStatus.NOT_FOUND, "Nothing is here: the address has a token at its end.")


def is_own_host(hosts: Sequence[str]) -> bool:
    """Whether the `Host` headers of a request name loopback by a name of its own."""
    return len(hosts) == 1 and hosts[0].rpartition(":")[0 if ":" in hosts[0] else 2].lower() in _OWN_HOSTS


def _refusal(status: HTTPStatus, text: str) -> Answer:
    return Answer(status, f"{text}\n".encode())
