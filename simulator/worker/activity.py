"""What the engine's thread is doing, and the watch over it: it tells the host when a task takes long, and gives memory
back when the thread has come to rest.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import msgspec

from runtime.protocol.logic import Busy
from runtime.systems.allocator import give_back

INTERVAL_S = 1.0
"""How often a running task is looked at; one that lasts longer is reported each time."""

LOOKS_AT_REST = 2
"""After so many looks in a row at which nothing had run, what the busy time left free goes back to the system."""

_NO_HANDLER = "the program"


class Activity:
    """Written by the engine's thread, read by the watch. The fields are set by single assignments.

    `at_rest` is called in the watch's thread; a program that goes on waits for it no longer than for the allocator.
    """

    def __init__(self, send: Callable[[msgspec.Struct], None], at_rest: Callable[[], None] = give_back) -> None:
        self._send = send
        self._at_rest = at_rest
        self._has_worked = True
        self._looks_at_rest = 0
        self._began: float | None = None
        self._what = ""

    def start(self) -> None:
        """Starts the watch."""
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def task_begins(self) -> None:
        """The engine starts a task."""
        self._has_worked = True
        self._what = ""
        self._began = time.monotonic()

    def task_ends(self) -> None:
        """The engine has ended it."""
        self._began = None

    def handler(self, what: str, where: str) -> None:
        """A handler runs now; the last one stays named until the next, for what it has left behind."""
        if what:
            self._what = f"{what} ({where})" if where else what

    def _watch(self) -> None:
        pause = threading.Event()
        while not pause.wait(INTERVAL_S):
            self.look()

    def look(self) -> None:
        """One look of the watch."""
        began = self._began
        if began is None:
            self._look_at_rest()
            return
        since_s = time.monotonic() - began
        if since_s > INTERVAL_S:
            self._send(Busy(self._what or _NO_HANDLER, since_s * 1000))

    def _look_at_rest(self) -> None:
        if self._has_worked:
            self._has_worked = False
            self._looks_at_rest = 0
            return
        self._looks_at_rest += 1
        if self._looks_at_rest == LOOKS_AT_REST:
            self._at_rest()
