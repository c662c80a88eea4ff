"""What the process that compiles style sheets may take, and how its parent measures it (child.py).

What the system can do besides (runtime/systems/processes.py) holds when the parent is late or has gone.
"""

from __future__ import annotations

import psutil

MEMORY_LIMIT_MB = 512


def used_mb(pid: int) -> int:
    """Memory that a process takes now; 0 if there is none of this number."""
    try:
        return int(psutil.Process(pid).memory_info().rss) // 1024**2
    except (psutil.Error, ValueError):
        return 0
