"""The process that repeats recorded runs, for callers that can wait: a turn goes in, what was sent in it comes out."""

from __future__ import annotations

import os
import queue
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from runtime.protocol import codec, logic
from runtime.protocol.program_questions import Describe
from runtime.protocol.recording import Divergence, Replay, TurnBegan, TurnEnded, TurnPlayed
from runtime.systems.time_zone import with_time_zone
from simulator.bridge.process import LogicProcess
from simulator.bridge.requests import ONLOOKERS_REQUESTS_FROM
from simulator.recording.form import Head

PATIENCE_S = 60.0
"""A turn that takes longer is not waited for."""
PATIENCE_WITHOUT_END_S = 5.0
"""The same for one that had no end when it was recorded."""
MAX_MEMORY_MB = 2048

_PLAYED = b'{"m":"turn-played"'
_NOT_OF_THE_RUN = (b'{"m":"pong"', b'{"m":"busy"', b'{"m":"ready"')
_OF_DEBUGGER, _PAUSED, _RESUMED = b'{"m":"debug-', b'{"m":"debug-paused"', b'{"m":"debug-resumed"'
_ANSWER = re.compile(rb'\{"m":"(?:evaluated|inspected)","request_id":(\d+)')
_ASKED = 1


class ReplayEnded(Exception):
    """The process has died, or does not come back; the text says why."""


class ReplayProcess:
    """Runs with the memory limit and in the time zone of the recording."""

    def __init__(self, head: Head, hears: Callable[[bytes], None] = lambda _frame: None) -> None:
        """`hears` gets what is no part of a run, in the process's reader's thread: the words of a debugger, and the
        answers to questions of onlookers."""
        self._hears = hears
        self._is_paused = False
        self._frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._why = ""
        self._process = LogicProcess(
            memory_limit_mb=max(1, min(head.memory_limit_mb, MAX_MEMORY_MB)),
            part="replay",
            environment=with_time_zone(os.environ, head.zone),
        )
        self._process.start()
        self._process.attach(self._arrived, self._ended)

    def tell(self, frame: bytes) -> None:
        """A question of an onlooker, or a debugger's word. Any thread may."""
        self._process.send(frame)

    def value(self, page_id: int, code: str) -> str:
        """The value of source text in a page, as JSON; the text of the error, if there is one."""
        self._process.send(logic.Evaluate(_ASKED, code, page_id, await_promise=False, form="json"))
        for frame in self._until(PATIENCE_S):
            if frame.startswith(b'{"m":"evaluated"'):
                answer = codec.decode_from_logic(frame)
                assert isinstance(answer, logic.Evaluated)
                return answer.error or answer.json
        return ""

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

    def _until(self, patience_s: float) -> Iterator[bytes]:
        """What comes within so many seconds. Raises ReplayEnded after them, or with the process."""
        deadline = time.monotonic() + patience_s
        while True:
            try:
                frame = self._frames.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                if self._is_paused:
                    # The user takes as long as it takes.
                    deadline = time.monotonic() + patience_s
                    continue
                raise ReplayEnded(f"the program did not come back within {patience_s:g} s") from None
            if frame is None:
                raise ReplayEnded(f"the program's process ended: {self._why}")
            yield frame

    def _arrived(self, _process: LogicProcess, frame: bytes) -> None:
        if frame.startswith(_OF_DEBUGGER):
            self._is_paused = frame.startswith(_PAUSED) or (self._is_paused and not frame.startswith(_RESUMED))
            self._hears(frame)
        elif (asked := _ANSWER.match(frame)) is not None and int(asked[1]) >= ONLOOKERS_REQUESTS_FROM:
            self._hears(frame)
        else:
            self._frames.put(frame)

    def _ended(self, _process: LogicProcess, why: str) -> None:
        self._why = why
        self._frames.put(None)
