"""What the process that compiles style sheets may take, as far as the system can hold it to it.

Linux holds it to both; macOS to the time alone and Windows to neither: there the time limit of the parent bounds the
memory as well, because libsass fills about 200 MB in a second.
"""

from __future__ import annotations

import math
import sys

MEMORY_LIMIT_MB = 512


def limit_memory(limit_mb: int = MEMORY_LIMIT_MB) -> None:
    """Allocating more fails in this process from now on."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limit_mb * 1024 * 1024, hard))


def allow_cpu_seconds(seconds: float) -> None:
    """The system ends this process when it has computed for so long from now on."""
    if sys.platform != "win32":
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = math.ceil(usage.ru_utime + usage.ru_stime + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
