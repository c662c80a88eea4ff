"""What the process that compiles style sheets may take.

On every system the parent measures and ends it (child.py). What the system can do besides holds when the parent is late
or has gone: Linux limits memory and time, macOS the time alone, Windows neither.
"""

from __future__ import annotations

import math
import sys

import psutil

MEMORY_LIMIT_MB = 512


def limit_memory(limit_mb: int = MEMORY_LIMIT_MB) -> None:
    """Allocating more fails in this process from now on."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limit_mb * 1024 * 1024, hard))


def used_mb(pid: int) -> int:
    """Memory that a process takes now; 0 if there is none of this number."""
    try:
        return int(psutil.Process(pid).memory_info().rss) // 1024**2
    except (psutil.Error, ValueError):
        return 0


def allow_cpu_seconds(seconds: float) -> None:
    """The system ends this process when it has computed for so long from now on."""
    if sys.platform != "win32":
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = math.ceil(usage.ru_utime + usage.ru_stime + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
