"""What the engine's thread is doing, and the watch that tells the host when a task takes long."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import msgspec

from runtime.protocol.logic import Busy

INTERVAL_S = 1.0
"""How often a running task is looked at; one that lasts longer is reported each time."""

_NO_HANDLER = "the program"


class Activity:
    """Written by the engine's thread, read by the watch. The fields are set by single assignments."""

    def __init__(self, send: Callable[[msgspec.Struct], None]) -> None:
        self._send = send
        self._began: float | None = None
        self._what = ""

    def start(self) -> None:
        """Starts the watch."""
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def task_begins(self) -> None:
        """The engine starts a task."""
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
            began = self._began
            if began is None:
                continue
            since_s = time.monotonic() - began
            if since_s > INTERVAL_S:
                self._send(Busy(self._what or _NO_HANDLER, since_s * 1000))
