"""Tools that run a project's tests and recorded sessions, in processes of their own. Only if allowed: tests are Python
with the user's rights."""

from __future__ import annotations

import subprocess
from typing import Any

from runtime.module_path import python_child
from simulator.mcp_server.desk import Desk

LONGEST_S = 900.0
SHOWN = 20_000


class TestingTools:
    """Each method is a tool: its name, parameters and docstring are what an agent sees. They wait in the thread that
    asks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def run_tests(self, project: str = ".", keyword: str = "", tier: str = "logic") -> dict[str, Any]:
        """Runs the tests of a project (its folder `tests`) with pytest; `keyword` as of pytest's -k; `tier`: logic
        (without a screen) or full."""
        words = ["--tier", tier, *(["--", "-k", keyword] if keyword else [])]
        return _ran("test", str(self._desk.folder(project)), *words)

    def replay(self, file: str) -> dict[str, Any]:
        """Runs a recorded session again and compares everything that it sends; exit code 0: as recorded."""
        return _ran("replay", str(self._desk.folder(file)), "--check", "--json")


def _ran(*words: str) -> dict[str, Any]:
    child = python_child("simulator.cli", *words)
    try:
        ended = subprocess.run(
            child.command, env=child.environment, cwd=child.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LONGEST_S, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"exit_code": -1, "output": f"it was ended after {LONGEST_S:.0f} s"}
    return {"exit_code": ended.returncode, "output": ended.stdout.decode("utf-8", "replace")[-SHOWN:]}
