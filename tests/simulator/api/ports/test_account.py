"""Login codes."""

from __future__ import annotations

from simulator.api.ports.account import ProjectAccount


def test_no_code_comes_twice() -> None:
    codes = ProjectAccount("wx1")
    assert len({codes.login_code() for _ in range(100)}) == 100
    assert codes.appid() == "wx1"
