"""What passes a filter."""

from __future__ import annotations

import pytest

from ide.models.network.filters import Filter, Group
from simulator.traffic.exchange import Body, Exchange

ALL = [
    Exchange(1, "request", "https://api.example.com/users?page=2", 0, state="ok", status=200, body=Body(500),
             media_type="application/json; charset=utf-8"),
    Exchange(2, "request", "https://api.example.com/login", 0, "POST", state="ok", status=404, body=Body(20_000)),
    Exchange(3, "upload", "https://files.example.org/put", 0, "POST", state="failed", error="uploadFile:fail timeout"),
    Exchange(4, "socket", "wss://api.example.com/live", 0, status=101),
    Exchange(5, "image", "handset://project/logo.png", 0, state="ok", status=200, media_type="image/png", body=Body(9)),
]  # fmt: skip


def passing(text: str = "", group: Group = "all") -> list[int]:
    matches = Filter(group, text).matcher()
    return [exchange.number for exchange in ALL if matches(exchange)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("LOGIN", [2]),
        ("-login", [1, 3, 4, 5]),
        ("timeout", [3]),
        ("/users\\?page=\\d/", [1]),
        ("-/EXAMPLE/i", [5]),
        ("domain:*.example.com", [1, 2, 4]),
        ("domain:api.example.com -status:404", [1, 4]),
        ("status:4xx", [2]),
        ("status:failed", [3]),
        ("method:post", [2, 3]),
        ("type:json", [1]),
        ("type:image", [5]),
        ("larger-than:1k", [2]),
        ("smaller-than:10", [3, 4, 5]),
        ("larger-than:much", []),
        ("/(/", []),
        ("no:thing", []),
    ],
)
def test_the_text(text: str, numbers: list[int]) -> None:
    assert passing(text) == numbers


def test_kinds() -> None:
    assert (passing(group="request"), passing(group="transfer"), passing("status:2xx", "image")) == ([1, 2], [3], [5])


def test_what_means_nothing_is_told() -> None:
    assert [Filter(text=text).is_valid for text in ("a b", "/(/", "larger-than:x", "status:x")] == [
        True, False, False, True,
    ]  # fmt: skip
