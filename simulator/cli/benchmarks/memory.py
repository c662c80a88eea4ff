"""Memory of a process and everything it has started."""

from __future__ import annotations

import psutil


def used_mb(process_id: int | None = None) -> float:
    """Megabytes that a process (default: this one) and all that it has started hold for themselves (shared pages
    divided among their users where known)."""
    first = psutil.Process(process_id)
    processes = [first, *first.children(recursive=True)]
    return sum(_process_mb(process) for process in processes)


def _process_mb(process: psutil.Process) -> float:
    try:
        memory = process.memory_full_info()
    except psutil.Error:
        return 0.0
    used: int = getattr(memory, "pss", 0) or memory.uss
    return used / 1024 / 1024
