"""One style for all Python files."""

from __future__ import annotations

from tests.arch.sources import run_tool


def test_ruff() -> None:
    result = run_tool("ruff", "check", "--quiet")
    assert result.returncode == 0, result.stdout + result.stderr
