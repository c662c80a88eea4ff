"""Everything is typed, strictly."""

from __future__ import annotations

from tests.arch.sources import run_tool


def test_mypy_strict() -> None:
    result = run_tool("mypy")
    assert result.returncode == 0, result.stdout + result.stderr
