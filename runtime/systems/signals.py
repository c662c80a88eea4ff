"""What Ctrl+C in the terminal does to processes of ours. Qt hears of it in simulator/running/interruption.py."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


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
