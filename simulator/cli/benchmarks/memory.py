"""Memory of this process and everything it has started."""

from __future__ import annotations

import psutil


def used_mb() -> float:
    """Megabytes that this process tree holds for itself (shared pages divided among their users where known)."""
    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return sum(_process_mb(process) for process in processes)


def _process_mb(process: psutil.Process) -> float:
    try:
        memory = process.memory_full_info()
    except psutil.Error:
        return 0.0
    used: int = getattr(memory, "pss", 0) or memory.uss
    return used / 1024 / 1024
