"""Login codes."""

from __future__ import annotations

from simulator.api.ports.account import RandomCodes


def test_no_code_comes_twice() -> None:
    codes = RandomCodes()
    assert len({codes.login_code() for _ in range(100)}) == 100
