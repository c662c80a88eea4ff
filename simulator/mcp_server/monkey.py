"""The tool that lets a monkey loose on a project, in a process of its own. Only if actions are allowed."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from runtime.module_path import python_child
from simulator.mcp_server.desk import Desk

LONGEST_S = 900.0
MOST_STEPS = 2_000
SHOWN = 5_000


class MonkeyTools:
    """Each method is a tool: its name, parameters and docstring are what an agent sees. They wait in the thread that
    asks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def monkey(self, project: str = ".", seed: int = 1, steps: int = 200, page: str = "") -> dict[str, Any]:
        """Uses a project at random, by a seed, without network: taps, types, goes back, answers dialogs (2,000 steps at
        most). Reports what broke, each failure with the fewest steps that lead to it; the same seed does the same."""
        words = ["--seed", str(seed), "--steps", str(min(steps, MOST_STEPS)), *(["--page", page] if page else [])]
        child = python_child("simulator.cli", "monkey", str(self._desk.folder(project)), "--json", *words)
        try:
            ended = subprocess.run(
                child.command, env=child.environment, cwd=child.folder, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=LONGEST_S, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return {"exit_code": -1, "output": f"it was ended after {LONGEST_S:.0f} s"}
        if not ended.stdout:
            return {"exit_code": ended.returncode, "output": ended.stderr.decode("utf-8", "replace")[-SHOWN:]}
        return {"exit_code": ended.returncode, "report": json.loads(ended.stdout)}
