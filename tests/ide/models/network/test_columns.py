"""What stands in the columns, also for what is no address."""

from __future__ import annotations

import pytest

from ide.models.network import columns
from runtime.protocol.stacks import StackFrame
from simulator.traffic.exchange import Exchange, State


@pytest.mark.parametrize(
    ("url", "name", "domain"),
    [
        ("https://a.example/v1/users/?q=%E5%90%8D", "users?q=名", "a.example"),
        ("https://a.example", "a.example", "a.example"),
        ("handset://project/pages/a/logo.png", "pages/a/logo.png", ""),
        ("", "—", ""),
        ("not an address\x00\x1b[31m", "not an address��[31m", ""),
        ("http://[", "http://[", ""),
    ],
)
def test_names(url: str, name: str, domain: str) -> None:
    exchange = Exchange(1, "request", url, 0)
    assert (columns.name(exchange), columns.domain(exchange)) == (name, domain)


@pytest.mark.parametrize(
    ("state", "status", "word", "is_bad"),
    [
        ("waiting", 0, "waiting", False),
        ("ok", 200, "200", False),
        ("ok", 500, "500", True),
        ("failed", 0, "failed", True),
        ("failed", 200, "200", True),
        ("ok", 0, "mocked", False),
    ],
)
def test_states(state: State, status: int, word: str, *, is_bad: bool) -> None:
    exchange = Exchange(1, "request", "https://a", 0, state=state, status=status)
    assert (columns.status(exchange), columns.is_bad(exchange)) == (word, is_bad)


def test_the_initiator_is_the_users_own_line() -> None:
    stack = (StackFrame("f", "node_modules/x.js", 3, library=True), StackFrame("load", "pages/a/a.js", 7))
    assert columns.initiator_text(Exchange(1, "request", "https://a", 0, stack=stack)) == "a.js:7"
    assert columns.initiator_text(Exchange(1, "image", "https://a", 0)) == ""
