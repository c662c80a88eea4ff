"""The process that repeats recorded runs, for callers that can wait: a turn goes in, what was sent in it comes out."""

from __future__ import annotations

import os
import queue
import time
from typing import Any, TypeVar

import msgspec

from runtime.protocol import codec, logic
from runtime.protocol.recording import Divergence, Replay, TurnBegan, TurnEnded, TurnPlayed
from runtime.systems.time_zone import with_time_zone
from simulator.bridge.process import LogicProcess
from simulator.recording.form import Head

PATIENCE_S = 60.0
"""A turn that takes longer is not waited for."""
PATIENCE_WITHOUT_END_S = 5.0
"""The same for one that had no end when it was recorded."""
MAX_MEMORY_MB = 2048

_PLAYED = b'{"m":"turn-played"'
_NOT_OF_THE_RUN = (b'{"m":"pong"', b'{"m":"busy"', b'{"m":"ready"', b'{"m":"debug-')
_ASKED = 1
_Answer = TypeVar("_Answer")


class ReplayEnded(Exception):
    """The process has died, or does not come back; the text says why."""


class ReplayProcess:
    """Runs with the memory limit and in the time zone of the recording."""

    def __init__(self, head: Head) -> None:
        self._frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._why = ""
        self._process = LogicProcess(
            memory_limit_mb=max(1, min(head.memory_limit_mb, MAX_MEMORY_MB)),
            part="replay",
            environment=with_time_zone(os.environ, head.zone),
        )
        self._process.start()
        self._process.attach(lambda _process, data: self._frames.put(data), self._ended)

    def begin(self) -> None:
        """A fresh engine."""
        self._process.send(Replay())

    def play(self, began: TurnBegan, ended: TurnEnded | None) -> tuple[list[bytes], Divergence | None]:
        """Repeats a turn; what the program has sent in it, and how it went another way. Raises ReplayEnded."""
        patience_s = PATIENCE_S if ended is not None else PATIENCE_WITHOUT_END_S
        self._process.send(began)
        self._process.send(ended or TurnEnded())
        sent: list[bytes] = []
        for frame in self._until(patience_s):
            if frame.startswith(_PLAYED):
                played = codec.decode_from_logic(frame)
                assert isinstance(played, TurnPlayed)
                return sent, played.divergence if ended is not None else None
            if not frame.startswith(_NOT_OF_THE_RUN):
                sent.append(frame)
        raise ReplayEnded("unreachable")

    def tree(self, page_id: int) -> Any:
        """The rendered tree of a page, as `Describe` has it."""
        from runtime.protocol.program_questions import Describe

        self._process.send(Describe(_ASKED, page_id, "composed"))
        for frame in self._until(PATIENCE_S):
            if frame.startswith(b'{"m":"inspected"'):
                answer = codec.decode_from_logic(frame)
                assert isinstance(answer, logic.Inspected)
                return msgspec.json.decode(answer.value)
        return None

    def close(self) -> None:
        """Ends it."""
        self._process.kill()

    def _until(self, patience_s: float) -> Any:
        """What comes within so many seconds. Raises ReplayEnded after them, or with the process."""
        deadline = time.monotonic() + patience_s
        while True:
            try:
                frame = self._frames.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise ReplayEnded(f"the program did not come back within {patience_s:g} s") from None
            if frame is None:
                raise ReplayEnded(f"the program's process ended: {self._why}")
            yield frame

    def _ended(self, _process: LogicProcess, why: str) -> None:
        self._why = why
        self._frames.put(None)
