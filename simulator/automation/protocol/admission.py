"""Who may drive: clients of the protocol send no token, so the port opens only when somebody asks for it, and no page
in a browser gets in. Knows no sockets."""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal

from websockets.http11 import Request

from simulator.debug.cdp.admission import Answer, is_own_host


class AutomationAdmission:
    """Refuses what comes from a browser (`Origin`) or by a name that somebody has pointed at loopback (`Host`)."""

    def judge(self, request: Request) -> Answer | Literal["welcome"]:
        """Whether a request may drive the program, or what it is answered."""
        hosts = request.headers.get_all("Host")
        if not is_own_host(hosts):
            return _refusal("The Host must be 127.0.0.1 or localhost.")
        # minium names the address itself as its origin. No page can have that: the server has no pages.
        if any(origin.lower() != f"http://{hosts[0].lower()}" for origin in request.headers.get_all("Origin")):
            return _refusal("Web pages may not drive the program.")
        return "welcome"


def _refusal(text: str) -> Answer:
    return Answer(HTTPStatus.FORBIDDEN, f"{text}\n".encode())
