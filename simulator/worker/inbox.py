"""What waits for the engine's thread: messages in the order of arrival, and until when the thread may sleep.

A timer's time stands still: whatever arrives meanwhile, pings included, the engine gets its turn when it is due.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple, Protocol

from runtime.protocol import codec, logic

Clock = Callable[[], float]
"""Seconds that only grow."""


class Arrival(NamedTuple):
    """A frame, and its message if the process has to look into it."""

    message: logic.ForProcess | None
    frame: bytes


class Arrivals(Protocol):
    """A queue that other threads fill; `get` raises `queue.Empty` after `timeout` seconds."""

    def put(self, frame: bytes) -> None: ...

    def get(self, *, timeout: float | None = None) -> bytes: ...


class Inbox:
    """`put` may be called from any thread, all else from the engine's.

    `is_dealt_with` takes what needs no engine, such as a ping, and says whether the message was such a one.
    """

    def __init__(
        self,
        is_dealt_with: Callable[[logic.ForProcess], bool],
        arrivals: Arrivals | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        self._is_dealt_with = is_dealt_with
        self._arrivals: Arrivals = queue.SimpleQueue() if arrivals is None else arrivals
        self._clock = clock
        self._kept: deque[Arrival] = deque()
        self._due: float | None = None
        self._lock = threading.Lock()
        self.waiting_bytes = 0

    def put(self, frame: bytes) -> None:
        """A frame has arrived. `waiting_bytes` says how much waits for the engine."""
        with self._lock:
            self.waiting_bytes += len(frame)
        self._arrivals.put(frame)

    def engine_wants(self, delay_ms: float) -> None:
        """The engine has something to do in so many milliseconds: 0 = at once, negative = not before a message."""
        self._due = None if delay_ms < 0 else self._clock() + delay_ms / 1000

    def next(self) -> Arrival | None:
        """The next message for the engine, or None when its time has come first."""
        if self._kept:
            return self._taken(0)
        while (arrival := self._within(self._due)) is not None:
            if arrival.message is None or not self._is_dealt_with(arrival.message):
                return arrival
            if self._due is not None and self._clock() >= self._due:
                return None
        return None

    def answer(self, is_answer: Callable[[logic.ForProcess], bool], deadline_s: float | None) -> Arrival | None:
        """Waits for one message, or for so many seconds: then None. What else arrives stays for `next`, in order."""
        end = None if deadline_s is None else self._clock() + deadline_s
        while (arrival := self._within(end)) is not None:
            message = arrival.message
            if message is not None and is_answer(message):
                return arrival
            if message is None or not self._is_dealt_with(message):
                self._keep(arrival)
        return None

    def urgent(self, is_wanted: Callable[[Arrival], bool], *, waits: bool) -> Arrival | None:
        """The first message that is wanted in the middle of a task; the others stay for `next`, in order. Without
        `waits`: None if there is none by now."""
        for index, arrival in enumerate(self._kept):
            if is_wanted(arrival):
                return self._taken(index)
        while (found := self._within(None if waits else self._clock())) is not None:
            if is_wanted(found):
                return found
            if found.message is None or not self._is_dealt_with(found.message):
                self._keep(found)
        return None

    def _keep(self, arrival: Arrival) -> None:
        """It still waits: what comes while a program stands still counts, too."""
        self._kept.append(arrival)
        with self._lock:
            self.waiting_bytes += len(arrival.frame)

    def _taken(self, index: int) -> Arrival:
        arrival = self._kept[index]
        del self._kept[index]
        with self._lock:
            self.waiting_bytes -= len(arrival.frame)
        return arrival

    def _within(self, end: float | None) -> Arrival | None:
        """What arrives next until this time of the clock (None: whenever it comes), or None."""
        try:
            frame = self._arrivals.get(timeout=None if end is None else max(0.0, end - self._clock()))
        except queue.Empty:
            return None
        with self._lock:
            self.waiting_bytes -= len(frame)
        return Arrival(codec.decode_for_process(frame), frame)
