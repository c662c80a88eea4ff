"""Runs the program of a recording to any moment, and back: a thread that drives the process which repeats it.

Forward it goes on from where it stands; backward it begins anew, in a process that waits for that. A screen does not
wait for it (`screen_track`): questions about the program do, until it stands where it was sent. The listener is called
in threads of this player.
"""

from __future__ import annotations

import queue
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from simulator.recording.form import BadRecording, Entry, Head
from simulator.recording.reader import read_entries, read_head
from simulator.replay.moments import Moment, moments
from simulator.replay.process import ReplayEnded, ReplayProcess
from simulator.replay.replay import Outcome, SessionReplay

_SETUP, _PAUSED, _OF_DEBUGGER = b'{"m":"debug-setup"', b'{"m":"debug-paused"', b'{"m":"debug-'
_NUMBER = re.compile(rb'"request_id":(\d+)')
MOST_QUESTIONS = 1000


class PlayerListener(Protocol):
    """Hears of a player."""

    def starts(self) -> None:
        """The program begins anew: no debugger holds it."""

    def launched(self, launch: bytes) -> None:
        """The program that is about to run, as `Launch`."""

    def heard(self, frame: bytes) -> None:
        """A word of the debugger's side, or an answer to an onlooker."""

    def arrived(self, outcome: Outcome) -> None:
        """The run stands where it was sent."""

    def paused(self, number: int) -> None:
        """A debugger holds the run behind so many entries."""

    def found(self, path: str, moments: list[Moment], problem: str) -> None:
        """When a place in the data changed."""

    def failed(self, problem: BadRecording) -> None:
        """The file cannot be played any further."""


class Player:
    """Starts at once. All methods return at once and may be called from any thread."""

    def __init__(self, path: Path, head: Head, hears: PlayerListener, *, may_be_cut: bool = False) -> None:
        self._path = path
        self._head = head
        self._hears = hears
        self._may_be_cut = may_be_cut
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._process: ReplayProcess | None = None
        self._spare: ReplayProcess | None = None
        self._replay: SessionReplay | None = None
        self._entries: Iterator[Entry] = iter(())
        self._next: Entry | None = None
        self._is_closed = False
        self._setup = b""
        self._lock = threading.Lock()
        self._wanted: tuple[int, bool] | None = None
        self._is_there = False
        self._asked: dict[bytes, bytes] = {}
        self._taken = 0
        self._thread = threading.Thread(target=self._work, name="replay", daemon=True)
        self._thread.start()

    def go_to(self, number: int, *, anew: bool = False) -> None:
        """Behind so many entries; `anew`: from the beginning, whatever the way."""
        with self._lock:
            anew = anew or (self._wanted is not None and self._wanted[1])
            self._wanted = (number, anew)
            self._is_there = False
        self._jobs.put(self._go)

    def find(self, path: str) -> None:
        """Looks when a place in the data of the visible page changed."""
        self._jobs.put(lambda: self._find(path))

    def tell(self, frame: bytes) -> None:
        """A question of an onlooker, which waits until the run stands where it was sent; or a debugger's word."""
        if frame.startswith(_SETUP):
            self._setup = frame
        with self._lock:
            if not frame.startswith(_OF_DEBUGGER):
                number = _NUMBER.search(frame)
                if number is not None and len(self._asked) < MOST_QUESTIONS:
                    self._asked[number[1]] = frame
                if not self._is_there:
                    return
            process = self._process
        if process is not None:
            process.tell(frame)

    @property
    def is_up(self) -> bool:
        """Whether there is a run to be asked."""
        return self._process is not None

    def break_off(self) -> None:
        """Whatever the run does or waits for, it ends; the next way begins anew."""
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def close(self) -> None:
        """Ends the processes and, when it has come to that, the thread."""
        self._is_closed = True
        self._jobs.put(None)
        for process in (self._process, self._spare):
            if process is not None:
                process.close()

    # ------------------------------------------------------------ the thread

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None and not self._is_closed:
            try:
                job()
            except BadRecording as problem:
                self._hears.failed(problem)
            except OSError as error:
                self._hears.failed(BadRecording("recording-unreadable", why=error.strerror or str(error)))
        for process in (self._process, self._spare):
            if process is not None:
                process.close()

    def _read(self) -> Iterator[Entry]:
        with self._path.open("rb") as stream:
            read_head(stream)
            for entry in read_entries(stream, may_be_cut=self._may_be_cut):
                if self._is_closed:
                    return
                yield entry

    def _go(self) -> None:
        """To the moment that was wished for last; of former wishes nothing is left."""
        with self._lock:
            wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        goal, anew = wanted
        replay = self._replay
        if anew or replay is None or self._process is None or self._taken > goal:
            replay = self._begin()
        while self._next is not None and self._taken < goal and not replay.outcome.ended:
            entry, self._next = self._next, next(self._entries, None)
            self._taken += 1
            replay.take(entry)
            if self._wanted is not None or self._is_closed:
                return
        self._stands()
        self._hears.arrived(replay.outcome)

    def _stands(self) -> None:
        """Those who have asked are answered here, and nowhere else."""
        with self._lock:
            if self._wanted is not None:
                return
            self._is_there = True
            asked, process = list(self._asked.values()), self._process
        for frame in asked if process is not None else ():
            process.tell(frame)  # type: ignore[union-attr]

    def _begin(self) -> SessionReplay:
        if self._process is not None:
            self._process.close()
        self._process = self._spare or ReplayProcess(self._head, self._heard)
        self._spare = None
        if self._setup:
            # Scripts get their probes when they are evaluated.
            self._process.tell(self._setup)
        self._hears.starts()
        self._replay = SessionReplay(self._process, launched=self._hears.launched)
        self._entries = self._read()
        self._taken = 0
        self._next = next(self._entries, None)
        self._spare = ReplayProcess(self._head, self._heard)
        return self._replay

    def _heard(self, frame: bytes) -> None:
        """In the process's reader's thread. While a debugger holds the run, this player's own thread stands still."""
        if frame.startswith(_PAUSED):
            self._hears.paused(self._taken)
            self._stands()
        elif not frame.startswith(_OF_DEBUGGER) and (number := _NUMBER.search(frame)) is not None:
            with self._lock:
                self._asked.pop(number[1], None)
        self._hears.heard(frame)

    def _find(self, path: str) -> None:
        process = ReplayProcess(self._head)
        found: list[Moment] = []
        problem = ""
        try:
            for one in moments(SessionReplay(process), process, self._read(), path):
                found.append(one)
        except (ValueError, ReplayEnded) as error:
            problem = str(error)
        finally:
            process.close()
        self._hears.found(path, found, problem)
