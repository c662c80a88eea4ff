"""Plays a recording to any moment, and back: a thread that reads the file and drives the process which repeats it.

Forward it goes on from where it stands; backward it begins anew, in a process that waits for that. Nothing is slept
through: a minute of a session takes as long as its program computes. The listener is called in threads of this player.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from runtime.protocol import view
from simulator.recording.form import BadRecording, Entry, FileHead, Head
from simulator.recording.reader import read_entries, read_head
from simulator.replay.moments import Moment, moments
from simulator.replay.process import ReplayEnded, ReplayProcess
from simulator.replay.replay import Outcome, SessionReplay
from simulator.replay.time_line import TimeLine, time_line

_SETUP, _PAUSED = b'{"m":"debug-setup"', b'{"m":"debug-paused"'


@dataclass(frozen=True, slots=True)
class Position:
    """Where a replay stands. `pages`: path by page id, the bottom first."""

    at_ms: int
    pages: dict[int, str]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Goal:
    """A moment: all entries up to a time, or (not 0) so many entries."""

    at_ms: int
    entries: int = 0

    def is_due(self, entry: Entry, taken: int) -> bool:
        """Whether the entry behind so many others belongs to it."""
        return taken < self.entries if self.entries else entry.at_ms <= self.at_ms

    def is_before(self, at_ms: int, taken: int) -> bool:
        """Whether who has taken so many entries, up to a time, is past it."""
        return taken > self.entries if self.entries else at_ms > self.at_ms


class PlayerListener(Protocol):
    """Hears of a player."""

    def opened(self, line: TimeLine) -> None:
        """The file has been looked through."""

    def begins(self) -> None:
        """A pass begins: nothing has happened yet."""

    def phone(self, data: bytes) -> None:
        """As of `Screen`, as all of these."""

    def file(self, head: FileHead, content: bytes | None) -> None: ...
    def show(self, message: view.HostToView, at_ms: int) -> None: ...
    def replied(self, request_id: int) -> None: ...
    def sent(self, frames: list[bytes]) -> None: ...
    def launched(self, launch: bytes) -> None: ...

    def heard(self, frame: bytes) -> None:
        """A word of the debugger's side, or an answer to an onlooker."""

    def moved(self, position: Position) -> None:
        """The player stands where it was sent, or has been sent elsewhere on its way."""

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
        self._wanted: tuple[Goal, bool] | None = None
        self._taken = 0
        self._thread = threading.Thread(target=self._work, name="replay", daemon=True)
        self._jobs.put(self._look_through)
        self._thread.start()

    def go_to(self, goal: Goal, *, anew: bool = False) -> None:
        """To a moment; `anew`: from the beginning, whatever the way."""
        with self._lock:
            anew = anew or (self._wanted is not None and self._wanted[1])
            self._wanted = (goal, anew)
        self._jobs.put(self._go)

    def find(self, path: str) -> None:
        """Looks when a place in the data of the visible page changed."""
        self._jobs.put(lambda: self._find(path))

    def tell(self, frame: bytes) -> None:
        """A question of an onlooker, or a debugger's word."""
        if frame.startswith(_SETUP):
            self._setup = frame
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

    def _look_through(self) -> None:
        self._hears.opened(time_line(self._read()))

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
        is_behind = replay is not None and goal.is_before(replay.outcome.duration_ms, self._taken)
        if anew or replay is None or self._process is None or is_behind:
            replay = self._begin()
        while self._next is not None and goal.is_due(self._next, self._taken) and not replay.outcome.ended:
            entry, self._next = self._next, next(self._entries, None)
            self._taken += 1
            replay.take(entry)
            if self._wanted is not None or self._is_closed:
                break
        is_there = self._next is None or not goal.is_due(self._next, self._taken)
        here_ms = goal.at_ms if is_there else replay.outcome.duration_ms
        self._hears.moved(Position(here_ms, dict(replay.outcome.pages), replay.outcome))

    def _begin(self) -> SessionReplay:
        if self._process is not None:
            self._process.close()
        self._process = self._spare or ReplayProcess(self._head, self._heard)
        self._spare = None
        if self._setup:
            # Scripts get their probes when they are evaluated.
            self._process.tell(self._setup)
        self._hears.begins()
        self._replay = SessionReplay(self._process, self._hears)
        self._entries = self._read()
        self._taken = 0
        self._next = next(self._entries, None)
        self._spare = ReplayProcess(self._head, self._heard)
        return self._replay

    def _heard(self, frame: bytes) -> None:
        """In the process's reader's thread. While a debugger holds the run, this player's own thread stands still."""
        replay = self._replay
        if frame.startswith(_PAUSED) and replay is not None:
            outcome = replay.outcome
            self._hears.moved(Position(outcome.duration_ms, dict(outcome.pages), outcome))
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
