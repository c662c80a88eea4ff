"""What calls a cloud function without a program: a timer of its `config.json`, or a request over HTTP. Here the events
that such a function gets; nothing is called by itself, a developer fires them.

Source: reference, cloud functions, timer triggers; `Observed:` the members of an event over HTTP access.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from runtime.cloud.failure import PARAMETERS, CloudFailure

TIMER_SOURCE, HTTP_SOURCE = "wx_trigger", "wx_http"
METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
MOST_TIMERS = 20


@dataclass(frozen=True, slots=True)
class Timer:
    """One of a function. `schedule` has seven fields, from seconds to years."""

    name: str
    schedule: str


def timers_of(config: Any) -> tuple[Timer, ...]:
    """Those that a function's `config.json` declares; what is none is left out."""
    declared = config.get("triggers") if isinstance(config, dict) else None
    entries = [one for one in declared if isinstance(one, dict)] if isinstance(declared, list) else []
    return tuple(
        Timer(one["name"], str(one.get("config", "")))
        for one in entries[:MOST_TIMERS]
        if one.get("type") == "timer" and isinstance(one.get("name"), str)
    )


def timer_event(name: str, now_ms: int) -> dict[str, Any]:
    """What a timer hands over."""
    time = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"Type": "Timer", "TriggerName": name, "Time": time, "Message": ""}


def http_event(request: str, body: str) -> dict[str, Any]:
    """What a request hands over; it is written as `POST /orders?id=1`. Raises CloudFailure for one that is none."""
    method, _, target = request.strip().partition(" ")
    if method not in METHODS:
        method, target = "GET", request.strip()
    if not target.strip().startswith("/"):
        raise CloudFailure(PARAMETERS, "a request is a method and a path, as GET /orders?id=1")
    parts = urlsplit(f"http://desk{target.strip()}")
    has_body = method not in ("GET", "HEAD")
    return {
        "path": parts.path,
        "httpMethod": method,
        "headers": {"host": "desk", **({"content-type": _kind(body)} if has_body else {})},
        "queryStringParameters": dict(parse_qsl(parts.query, keep_blank_values=True)),
        "requestContext": {"path": parts.path, "httpMethod": method, "sourceIp": "127.0.0.1"},
        "body": body if has_body else "",
        "isBase64Encoded": False,
    }


def _kind(body: str) -> str:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return "text/plain"
    return "application/json"


def as_wire(timers: tuple[Timer, ...]) -> list[Mapping[str, str]]:
    """For the panel."""
    return [{"name": one.name, "schedule": one.schedule} for one in timers]
