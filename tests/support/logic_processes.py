"""The logic processes of this process: those that run programs, and their spares."""

from __future__ import annotations

import psutil


def logic_processes() -> list[psutil.Process]:
    """All that live. One that has just ended is none."""
    return [one for one in psutil.Process().children(recursive=True) if _runs_logic(one)]


def _runs_logic(process: psutil.Process) -> bool:
    try:
        return "simulator.worker" in process.cmdline()
    except psutil.Error:
        return False
