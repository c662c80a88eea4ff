"""What the program asks the network for, in a test's hands: seen, answered, refused.

`wx.request`, `wx.uploadFile` and `wx.downloadFile` are meant, and any other function of `wx` by `mock`. What no route
fits goes on as usual, through the project's own mock rules to the network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from runtime.api.call import ApiFailure
from runtime.api.call import Request as Call
from runtime.api.interceptor import GoOn
from runtime.api.interceptors.mocks import Answer, Mocks
from runtime.api.report import ReportPort
from simulator.api.reports import ApiReports
from simulator.testing.failure import DeadlineFailure, TestFailure
from simulator.testing.patterns import shown
from simulator.testing.run import Run

UrlPattern = str | re.Pattern[str]

__tracebackhide__ = True
_CALLS = ("request", "uploadFile", "downloadFile")


@dataclass(frozen=True)
class NetworkRequest:
    """A call that the program has made. `data` is what it sends, `files` of an upload the path of the file."""

    url: str
    method: str = "GET"
    data: Any = None
    header: Mapping[str, Any] = field(default_factory=dict)
    api: str = "request"


class Route:
    """One request that waits for a test's word: exactly one of the methods is called, now or later."""

    def __init__(self, request: NetworkRequest, answer: Answer, go_on: GoOn) -> None:
        self.request = request
        self._answer = answer
        self._go_on = go_on
        self.is_settled = False

    def fulfill(
        self,
        *,
        status: int = 200,
        json: Any = None,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
        path: str | None = None,
    ) -> None:
        """Answers: with a value (`json`), a text (`body`), or of a download with a `path` of the program's."""
        self.is_settled = True
        answer: dict[str, Any] = {"statusCode": status, "header": dict(headers or {})}
        if self.request.api == "downloadFile":
            self._answer({**answer, "tempFilePath": path or "", "filePath": path or ""}, "test")
            return
        data = body if body is not None else json
        if self.request.api == "request":
            answer["cookies"] = []
        self._answer({**answer, "data": data}, "test")

    def abort(self, reason: str = "net::ERR_FAILED") -> None:
        """Fails, as without a network."""
        self.is_settled = True
        self._answer(ApiFailure(reason), "test")

    def go_on(self) -> None:
        """Goes on as usual."""
        self.is_settled = True
        self._go_on()


Handler = Callable[[Route], object]


class Network:
    """Of one run; what a test has routed goes with it."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._routes: list[tuple[UrlPattern, str, Handler]] = []
        self._seen: list[NetworkRequest] = []
        self.problems: list[Exception] = []
        interceptors = run.program.api.interceptors
        self._mocks = Mocks(_reports(run), lambda: interceptors.changed())
        interceptors.add("mock", self._mocks, is_first=True)
        for name in _CALLS:
            self._mocks.put(name, self._asked)

    @property
    def requests(self) -> list[NetworkRequest]:
        """Those of this test, in order."""
        return list(self._seen)

    def route(self, url: UrlPattern, handler: Handler, *, method: str = "") -> None:
        """Requests to an address (`*` stands for any text) are handed to `handler`; the last route that fits counts."""
        self._routes.append((url, method.upper(), handler))

    def fulfill(self, url: UrlPattern, *, method: str = "", **answer: Any) -> None:
        """They are all answered alike, as of `Route.fulfill`."""
        self.route(url, lambda route: route.fulfill(**answer), method=method)

    def abort(self, url: UrlPattern, reason: str = "net::ERR_FAILED", *, method: str = "") -> None:
        """They all fail."""
        self.route(url, lambda route: route.abort(reason), method=method)

    def unroute(self, url: UrlPattern) -> None:
        """Takes the routes of an address back."""
        self._routes = [one for one in self._routes if one[0] != url]

    def mock(self, api: str, result: Any = None, *, fail: str | None = None) -> None:
        """From now on a function of `wx` is answered with a result, a function of its arguments, or a failure."""
        name = api.removeprefix("wx.")
        if name in _CALLS:
            raise TestFailure(f"wx.{name} is answered by routes: app.network.fulfill(url, json=…)")

        def rule(call: Call, answer: Answer, _go_on: GoOn) -> None:
            if fail is not None:
                answer(ApiFailure(fail), "test")
            else:
                answer(result(dict(call.args)) if callable(result) else result, "test")

        self._mocks.put(name, rule)

    def wait_for_request(self, url: UrlPattern, *, method: str = "", timeout: float | None = None) -> NetworkRequest:
        """The last request of this test to an address, as soon as there is one."""
        patience_s = self._run.settings.deadline_s if timeout is None else timeout

        def found() -> list[NetworkRequest]:
            return [one for one in self._seen if _fits(one, url, method.upper())]

        if not self._run.eventually(lambda: bool(found()), patience_s):
            seen = "".join(f"\n  {one.method} {one.url}" for one in self._seen) or " none"
            raise DeadlineFailure(f"no request to {shown(url)} after {patience_s:g} s; there were:{seen}")
        return found()[-1]

    def forget(self) -> None:
        """Another test begins."""
        self._routes.clear()
        self._seen.clear()
        self.problems.clear()
        self._mocks.change({name: None for name in self._mocks.names or () if name not in _CALLS})

    def _asked(self, call: Call, answer: Answer, go_on: GoOn) -> None:
        args = call.args
        given = args.get("data") if call.name == "request" else args.get("formData")
        method = str(args.get("method") or ("POST" if call.name == "uploadFile" else "GET")).upper()
        request = NetworkRequest(str(args.get("url", "")), method, given, args.get("header") or {}, call.name)
        self._seen.append(request)
        handler = next((one[2] for one in reversed(self._routes) if _fits(request, one[0], one[1])), None)
        if handler is None:
            go_on()
            return
        route = Route(request, answer, go_on)
        try:
            handler(route)
        except Exception as error:
            # The edge to the test's own code: it fails the test, and the program gets an answer all the same.
            self.problems.append(error)
            if not route.is_settled:
                route.abort(f"the test's handler failed: {error}")


def _fits(request: NetworkRequest, url: UrlPattern, method: str) -> bool:
    if method and request.method != method:
        return False
    if isinstance(url, re.Pattern):
        return url.search(request.url) is not None
    parts = [re.escape(part) for part in re.split(r"\*+", url)]
    return re.fullmatch("[^\n]*".join(parts), request.url) is not None


def _reports(run: Run) -> ReportPort:
    return ApiReports(run.program.recorder)
