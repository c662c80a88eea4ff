"""The host's end of the logic process: starts it, sends and receives, notices when it hangs or dies.

All signals come in the thread of the owner; frames are decoded in the reader's thread.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from runtime.protocol import codec, logic
from runtime.protocol.recording import Record
from simulator.bridge.process import LogicProcess, OnExit, OnMessage, WarmSpare
from simulator.bridge.silence import Silence

PING_INTERVAL_MS = 1000
LONGEST_TASK_MS = 15_000
"""A task that takes longer counts as hanging even if it keeps sending messages."""
SLICE_S = 0.008


class _NoMessage(msgspec.Struct):
    """Stands for a frame that nobody understands, and says why."""

    why: str


class Spare(Protocol):
    """A process that is kept ready; see `bridge.process.WarmSpare`."""

    @property
    def is_ready(self) -> bool:
        """Whether `take` would hand out a process that is ready."""

    def prepare(self) -> None:
        """Starts it, unless there is one."""

    def take(self, on_message: OnMessage, on_exit: OnExit) -> LogicProcess:
        """Hands a process out; the callbacks come in a thread of it."""

    def close(self) -> None:
        """Ends the spare; no further one is started."""


class Tape(Protocol):
    """Records what a logic process tells of its run; see `SessionRecording`."""

    def run_begins(self) -> bool:
        """A process is about to be taken; whether it has to tell."""

    def frame(self, data: bytes) -> bool:
        """A frame of it, in its reader's thread; whether it concerns nobody else."""

    def lost(self, why: str) -> None:
        """It hangs or has died."""


class NoTape:
    """Nothing is recorded."""

    def run_begins(self) -> bool:
        """It has not."""
        return False

    def frame(self, data: bytes) -> bool:
        """It concerns others."""
        return False

    def lost(self, why: str) -> None:
        """Nobody notes it."""


def warm_spare(memory_limit_mb: int) -> Spare:
    """The real one."""
    return WarmSpare(memory_limit_mb=memory_limit_mb)


class LogicLink(QObject):
    """Owns the running logic process and a warm spare.

    Signals: `received(message, encoded)`, `misunderstood(why)` for what is no message, `lost(reason)` when the process
    died unasked, `hung(what)` once per hang, `recovered()` when a hanging process answers again.
    `has_launched`: the program's first script has run in the process.
    """

    received = Signal(object, bytes)
    misunderstood = Signal(str)
    answered = Signal(float)
    lost = Signal(str)
    hung = Signal(str)
    recovered = Signal()
    _arrived = Signal()
    _ended = Signal(object, str)

    def __init__(
        self,
        *,
        memory_limit_mb: int,
        parent: QObject | None = None,
        make_spare: Callable[[int], Spare] = warm_spare,
        tape: Tape | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory_limit_mb = memory_limit_mb
        self._make_spare = make_spare
        self._tape: Tape = tape or NoTape()
        self._spare = make_spare(memory_limit_mb)
        self._process: LogicProcess | None = None
        self._serial = 0
        self._silence = Silence()
        self._is_heard = True
        self._is_hung = False
        self._last_task = ""
        self.has_launched = False
        self._inbox: deque[tuple[LogicProcess, msgspec.Struct, bytes]] = deque()
        self._heartbeat = QTimer(self, interval=PING_INTERVAL_MS)
        self._heartbeat.timeout.connect(self.beat)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def warm_up(self) -> None:
        """Starts the spare process, so that the first launch is quick."""
        self._spare.prepare()

    def limit_memory(self, limit_mb: int) -> None:
        """Another memory limit; it counts from the next launch on."""
        if limit_mb != self._memory_limit_mb:
            self._memory_limit_mb = limit_mb
            self._spare.close()
            self._spare = self._make_spare(limit_mb)
            self._spare.prepare()

    @property
    def is_up(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    @property
    def has_warm_spare(self) -> bool:
        """Whether the spare process has loaded the base library."""
        return self._spare.is_ready

    def start_fresh(self) -> None:
        """Drops the running process, if any, and takes a fresh one into use."""
        self.stop()
        is_taped = self._tape.run_begins()
        process = self._spare.take(
            on_message=self._frame_arrived,
            on_exit=self._process_ended,
        )
        if is_taped:
            process.send(Record())
        self._process = process
        self.has_launched = False
        self._is_heard = True
        self._is_hung = False
        self._heartbeat.start()

    def send(self, encoded: bytes) -> None:
        """Sends an encoded message. Without a running process it goes nowhere."""
        if self._process is not None:
            self._process.send(encoded)

    def stop(self) -> None:
        """Ends the running process."""
        self._heartbeat.stop()
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Ends the running process and the spare."""
        self.stop()
        self._spare.close()

    def _frame_arrived(self, process: LogicProcess, data: bytes) -> None:
        if self._tape.frame(data):
            return
        message: msgspec.Struct
        try:
            message = codec.decode_from_logic(data)
        except msgspec.MsgspecError as error:
            message = _NoMessage(str(error))
        # One wake-up for all that arrives until the owner looks.
        is_first = not self._inbox
        self._inbox.append((process, message, data))
        if is_first:
            # At the end of the application the link may have gone while its process still talks.
            with contextlib.suppress(RuntimeError):
                self._arrived.emit()

    def _process_ended(self, process: LogicProcess, reason: str) -> None:
        with contextlib.suppress(RuntimeError):
            self._ended.emit(process, reason)

    def _deliver(self) -> None:
        """Hands on what has arrived, but gives the event loop its turn in a flood."""
        until = time.perf_counter() + SLICE_S
        while self._inbox:
            process, message, data = self._inbox[0]
            if process is self._process:
                self._hand_on(message, data)
            if self._inbox:
                self._inbox.popleft()
            if time.perf_counter() > until and self._inbox:
                self._arrived.emit()
                return

    def _hand_on(self, message: msgspec.Struct, data: bytes) -> None:
        match message:
            case _NoMessage(why):
                self.misunderstood.emit(why)
            case logic.Pong(_, busy_ms):
                self.answered.emit(busy_ms)
                self._is_heard = True
                if self._is_hung:
                    self._is_hung = False
                    self.recovered.emit()
            case logic.Busy(what, since_ms):
                self._last_task = what
                if since_ms > LONGEST_TASK_MS:
                    self._tell_hung()
            case _:
                self._is_heard = True
                self.has_launched = self.has_launched or isinstance(message, logic.Launched)
                self.received.emit(message, data)

    def _tell_hung(self) -> None:
        if not self._is_hung:
            self._is_hung = True
            self._tape.lost(f"hung: {self._last_task}")
            self.hung.emit(self._last_task)

    def _end(self, process: LogicProcess, reason: str) -> None:
        if process is self._process:
            self._process = None
            self._heartbeat.stop()
            self._tape.lost(reason)
            self.lost.emit(reason)

    def beat(self) -> None:
        """Once a second while the process runs: notes whether anything has come since the last look, and asks again."""
        if self._process is None:
            return
        # A program that keeps talking is busy, not dead; `Busy` tells when it has been so for too long.
        if self._is_heard:
            self._silence.begins(self._process.worked_s)
        elif self._silence.goes_on(PING_INTERVAL_MS / 1000, self._process.worked_s):
            self._tell_hung()
        self._is_heard = False
        self.ping()

    def ping(self) -> None:
        """Asks now whether the process answers: `answered(busy_ms)`, with the task that the question waited for."""
        self._serial += 1
        self.send(codec.encode(logic.Ping(self._serial)))
