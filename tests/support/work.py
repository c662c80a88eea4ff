"""Counts work instead of measuring time, so that a test says the same on a busy machine: calls of functions.

Counted are the calls of this thread, of Python's functions and of those that Python calls (Qt's, SQLite's …); what one
such function does inside is not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QTimer


class Work:
    """The calls so far."""

    def __init__(self) -> None:
        self.calls = 0

    def count(self, _frame: FrameType, event: str, _argument: object) -> None:
        """Hears of a call, as `sys.setprofile` tells it."""
        if event in ("call", "c_call"):
            self.calls += 1


class Turns:
    """`longest` has the calls of the turn of the event loop that had the most so far."""

    def __init__(self, work: Work) -> None:
        self.longest = 0
        self._work = work
        self._before = work.calls

    def ends(self) -> None:
        """A turn is over, and the thread free for whoever waits."""
        self.longest = max(self.longest, self._work.calls - self._before)
        self._before = self._work.calls


@contextmanager
def work() -> Iterator[Work]:
    """Counts while the body runs."""
    counted, former = Work(), sys.getprofile()
    sys.setprofile(counted.count)
    try:
        yield counted
    finally:
        sys.setprofile(former)


@contextmanager
def turns() -> Iterator[Turns]:
    """Counts while the body runs; what the body itself does at once is a turn too."""
    with work() as counted:
        longest = Turns(counted)
        timer = QTimer(interval=0)
        timer.timeout.connect(longest.ends)
        timer.start()
        yield longest
        longest.ends()
        timer.stop()
