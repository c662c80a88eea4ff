"""The host's side of a logic process: start, send, receive, kill; and a spare one that is kept warm.

No Qt and no select: each process has one thread that reads its frames and one that writes them. The callbacks come
in the reader's thread.
"""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Mapping
from typing import BinaryIO, Literal

import msgspec

from runtime.module_path import python_child
from runtime.protocol import codec, logic
from runtime.systems.process_groups import WITHOUT_CONSOLE
from simulator.bridge.process_state import process_state

OnMessage = Callable[["LogicProcess", bytes], None]
OnExit = Callable[["LogicProcess", str], None]

SPARE_DELAY_S = 1.5
"""A new spare starts this long after the last one was taken, to leave the machine to the program that starts."""

_STDERR_LINES = 40
_READY = codec.encode(logic.Ready())[:-1]


class LogicProcess:
    """One process. Frames that arrive before `attach` are kept and delivered then, in order."""

    def __init__(
        self,
        *,
        memory_limit_mb: int,
        part: Literal["program", "replay"] = "program",
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._memory_limit_mb = memory_limit_mb
        self._part = part
        self._environment = environment
        # Held while somebody is told, so that `kill` waits for that; whoever is told may kill.
        self._lock = threading.RLock()
        self._on_message: OnMessage | None = None
        self._on_exit: OnExit | None = None
        self._early: list[bytes] = []
        self._ended: str | None = None
        self._is_killed = False
        self._stderr: deque[str] = deque(maxlen=_STDERR_LINES)
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self.is_ready = threading.Event()

    def start(self) -> None:
        """Starts the process; `is_ready` is set when the base library is loaded in it."""
        words = ("--memory-mb", str(self._memory_limit_mb), "--part", self._part)
        child = python_child("simulator.worker", *words, environment=self._environment)
        self._process = subprocess.Popen(
            child.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=child.environment,
            cwd=child.folder,
            creationflags=WITHOUT_CONSOLE,
        )
        for target in (self._read, self._write, self._read_stderr):
            threading.Thread(target=target, name=f"logic-{target.__name__}", daemon=True).start()

    def attach(self, on_message: OnMessage, on_exit: OnExit) -> None:
        """Sets who hears of frames and of the end; what has already happened is told at once."""
        with self._lock:
            for data in self._early:
                on_message(self, data)
            self._early.clear()
            self._on_message = on_message
            self._on_exit = on_exit
            ended = self._ended
        if ended is not None and not self._is_killed:
            on_exit(self, ended)

    def send(self, message: msgspec.Struct | bytes) -> int:
        """Queues a message (or one already encoded); returns its size in bytes."""
        data = message if isinstance(message, bytes) else codec.encode(message)
        self._outbox.put(data)
        return len(data)

    def kill(self) -> None:
        """Ends the process at once. When this returns, nobody hears of it any more: who did may go."""
        with self._lock:
            self._is_killed = True
        self._outbox.put(None)
        if self._process is not None:
            self._process.kill()

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def worked_s(self) -> float:
        """The time of a processor that the process has had so far; 0 without a process."""
        state = process_state(self._process.pid) if self._process is not None else None
        return state.worked_s if state is not None else 0.0

    def _read(self) -> None:
        process = self._running()
        stdout = _pipe(process.stdout)
        problem = ""
        try:
            while (data := codec.read_frame(stdout)) is not None:
                self._deliver(data)
        except (codec.FrameError, OSError, ValueError) as error:
            problem = str(error)
            process.kill()
        code = process.wait()
        self._outbox.put(None)
        self._finish(problem or self._reason(code))

    def _deliver(self, data: bytes) -> None:
        if not self.is_ready.is_set() and data.startswith(_READY):
            codec.check_version(codec.decode_ready(data).version, "the logic process")
            self.is_ready.set()
        with self._lock:
            if self._is_killed:
                return
            if self._on_message is None:
                self._early.append(data)
            else:
                self._on_message(self, data)

    def _finish(self, reason: str) -> None:
        with self._lock:
            self._ended = reason
            if self._on_exit is not None and not self._is_killed:
                self._on_exit(self, reason)

    def _reason(self, code: int) -> str:
        last = next((line for line in reversed(self._stderr) if line.strip()), "")
        how = f"killed by signal {-code}" if code < 0 else f"exit code {code}"
        return f"{how}: {last.strip()}" if last else how

    def _write(self) -> None:
        stdin = _pipe(self._running().stdin)
        try:
            while (data := self._outbox.get()) is not None:
                codec.write_frame(stdin, data)
            stdin.close()
        except (OSError, ValueError):
            # The process has gone; the reader says so.
            return

    def _read_stderr(self) -> None:
        for line in _pipe(self._running().stderr):
            self._stderr.append(line.decode("utf-8", "replace"))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("the logic process has not been started")
        return self._process


class WarmSpare:
    """Keeps one process ready. Call it from one thread."""

    def __init__(self, *, memory_limit_mb: int) -> None:
        self._memory_limit_mb = memory_limit_mb
        self._lock = threading.Lock()
        self._spare: LogicProcess | None = None
        self._timer: threading.Timer | None = None
        self._is_closed = False

    @property
    def is_ready(self) -> bool:
        """Whether `take` would hand out a process that is ready."""
        with self._lock:
            return self._spare is not None and self._spare.is_ready.is_set() and self._spare.is_alive

    def prepare(self) -> None:
        """Starts the spare process, unless there is one."""
        with self._lock:
            if self._is_closed or (self._spare is not None and self._spare.is_alive):
                return
            self._spare = LogicProcess(memory_limit_mb=self._memory_limit_mb)
            self._spare.start()

    def take(self, on_message: OnMessage, on_exit: OnExit) -> LogicProcess:
        """Hands out the spare (or a new process, if there is none) and gets another one ready later."""
        with self._lock:
            process, self._spare = self._spare, None
        if process is None or not process.is_alive:
            process = LogicProcess(memory_limit_mb=self._memory_limit_mb)
            process.start()
        process.attach(on_message, on_exit)
        self._prepare_later()
        return process

    def _prepare_later(self) -> None:
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            if self._is_closed:
                return
            self._timer = threading.Timer(SPARE_DELAY_S, self.prepare)
            self._timer.daemon = True
            self._timer.start()

    def close(self) -> None:
        """Ends the spare; no further one is started."""
        with self._lock:
            self._is_closed = True
            if self._timer is not None:
                self._timer.cancel()
            spare, self._spare = self._spare, None
        if spare is not None:
            spare.kill()


def _pipe(stream: object) -> BinaryIO:
    if stream is None:
        raise RuntimeError("the logic process has no pipe")
    return stream  # type: ignore[return-value]
