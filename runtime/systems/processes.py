"""Processes of ours: how they are started, what Ctrl+C in the terminal does to them, and what they may take.

Ctrl+C as an event of the window is simulator/running/interruption.py.
"""

from __future__ import annotations

import math
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from runtime.systems.system import THIS_SYSTEM

WITHOUT_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""`creationflags` of a process that must not open a console window, which Windows alone would."""


def leave_interrupt_to_parent() -> None:
    """Ctrl+C in the terminal is for the parent, which ends this process by its pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def ended_by_interrupt() -> Iterator[None]:
    """Ctrl+C ends the process on the spot, without an exception of Python's."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


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


def allow_cpu_seconds(seconds: float) -> None:
    """The system ends this process when it has computed for so long from now on. Windows does not."""
    if THIS_SYSTEM != "windows":
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = math.ceil(usage.ru_utime + usage.ru_stime + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
