"""What the system tells of a process of ours. What counts as too much is for others."""

from __future__ import annotations

from typing import NamedTuple

import psutil


class ProcessState(NamedTuple):
    """Memory in use, and the time of a processor that a process has had so far."""

    used_mb: int
    worked_s: float


def process_state(pid: int) -> ProcessState | None:
    """The state of a process; None if there is none of this number."""
    try:
        process = psutil.Process(pid)
        times = process.cpu_times()
        return ProcessState(process.memory_info().rss // 1024**2, times.user + times.system)
    except (psutil.Error, ValueError):
        return None
