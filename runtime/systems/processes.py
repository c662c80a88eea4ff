"""What a process of ours does to itself when it starts: its pipes, the files that it makes, and what it may take."""

from __future__ import annotations

import math
import os

from runtime.systems.system import THIS_SYSTEM


def keep_files_private() -> None:
    """What this process makes from now on is nobody else's to read."""
    os.umask(0o077)


def make_pipes_binary() -> None:
    """Standard input and output carry bytes as they are; Windows would change line ends."""
    if THIS_SYSTEM == "windows":
        import msvcrt

        for number in (0, 1):
            msvcrt.setmode(number, os.O_BINARY)  # type: ignore[attr-defined, unused-ignore]


def limit_memory(limit_mb: int) -> None:
    """Allocating more fails in this process from now on. Linux alone holds a process to that."""
    if THIS_SYSTEM == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limit_mb * 1024 * 1024, hard))


def limit_used_memory(limit_mb: int) -> None:
    """The same for libraries that reserve much more room than they use: what is only reserved does not count."""
    if THIS_SYSTEM == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (limit_mb * 1024 * 1024, hard))


def allow_cpu_seconds(seconds: float) -> None:
    """The system ends this process when it has computed for so long from now on. Windows does not."""
    if THIS_SYSTEM != "windows":
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = math.ceil(usage.ru_utime + usage.ru_stime + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
