"""Events of timers and of requests over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.cloud.failure import CloudFailure
from runtime.cloud.triggers import Timer, http_event, timer_event, timers_of


def test_timers_are_those_of_the_functions_configuration() -> None:
    triggers = [
        {"name": "nightly", "type": "timer", "config": "0 0 2 * * * *"}, {"name": 3, "type": "timer"}, "no",
        {"name": "other", "type": "cos"}, {"name": "bare", "type": "timer"},
    ]  # fmt: skip
    assert timers_of({"triggers": triggers}) == (Timer("nightly", "0 0 2 * * * *"), Timer("bare", ""))
    for broken in (None, [], {}, {"triggers": {}}, {"triggers": [None]}):
        assert timers_of(broken) == ()
    assert len(timers_of({"triggers": [{"name": str(n), "type": "timer"} for n in range(99)]})) == 20


def test_a_timer_says_which_and_when() -> None:
    assert timer_event("nightly", 0) == {
        "Type": "Timer", "TriggerName": "nightly", "Time": "1970-01-01T00:00:00Z", "Message": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("request_line", "body", "method", "path", "query", "kind", "carried"),
    [
        ("GET /a/b?c=1&d=", "lost", "GET", "/a/b", {"c": "1", "d": ""}, None, ""),
        (" /a ", "", "GET", "/a", {}, None, ""),
        ("POST /a", '{"x": 1}', "POST", "/a", {}, "application/json", '{"x": 1}'),
        ("PUT /a", "text", "PUT", "/a", {}, "text/plain", "text"),
    ],
)
def test_a_request_is_a_method_and_a_path(
    request_line: str, body: str, method: str, path: str, query: dict[str, str], kind: str | None, carried: str
) -> None:
    event: dict[str, Any] = http_event(request_line, body)
    assert (event["httpMethod"], event["path"], event["queryStringParameters"]) == (method, path, query)
    assert (event["headers"].get("content-type"), event["body"], event["isBase64Encoded"]) == (kind, carried, False)


@pytest.mark.parametrize("wrong", ["", "GET", "GET a", "FETCH /", "GET http://elsewhere/"])
def test_what_is_no_request_is_refused(wrong: str) -> None:
    with pytest.raises(CloudFailure, match="a request is a method and a path"):
        http_event(wrong, "")
