"""Ends a command whose program, which runs in the command's own process, never comes to an end.

Nothing else can: the engine is not to be interrupted, and it is the one that computes. So the process ends with it.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


class HangWatch:
    """`limit_s` for the whole program; `running` notes the handler that runs, to be named."""

    def __init__(self, limit_s: float, exit_code: int, problems: TextIO) -> None:
        self._limit_s = limit_s
        self._exit_code = exit_code
        self._problems = problems
        self._what = ""

    def running(self, what: str, where: str) -> None:
        """A handler starts; the last one stays named."""
        if what:
            self._what = f"{what} ({where})" if where else what

    @contextmanager
    def over(self, folder: Path) -> Iterator[None]:
        """Watches what is done meanwhile; `folder` is deleted if it does not end."""
        timer = threading.Timer(self._limit_s, self._end, [folder])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self, folder: Path) -> None:
        last = f"; the last handler: {self._what}" if self._what else ""
        print(f"handset: the program has not come to an end for {self._limit_s:g} s{last}", file=self._problems)
        self._problems.flush()
        sys.stdout.flush()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(self._exit_code)
