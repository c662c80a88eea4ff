"""A logic process that repeats recorded runs (`--part replay`): turns in, what the program sends out.

It has no APIs, no storage and no workers to reach: what a program asks for is answered by the recording or not at all.
Between two turns it answers questions of those who look on, and a debugger can pause it as it pauses a program.
"""

from __future__ import annotations

import time

import msgspec

from runtime.protocol import codec, debugging, logic
from runtime.protocol.recording import Replay, TurnBegan, TurnEnded, TurnPlayed
from runtime.protocol.version import WIRE_VERSION
from simulator.worker.replayed import ReplayedRun
from simulator.worker.worker import Worker

_CHANGES_SCRIPTS = frozenset(("launch", "patch"))


class ReplayWorker(Worker):
    """Runs follow each other: each `Replay` begins one."""

    _run: ReplayedRun | None = None
    _began: TurnBegan | None = None

    def _live(self) -> None:
        self.send(logic.Ready(WIRE_VERSION))
        while True:
            arrival = self._inbox.next()
            if arrival is None:
                continue
            if isinstance(arrival.message, logic.Shutdown):
                return
            self._activity.task_begins()
            began = time.monotonic()
            self._take(arrival.message, arrival.frame)
            self._debug.tell()
            self._last_turn = (time.monotonic(), time.monotonic() - began)
            self._activity.task_ends()

    def _take(self, message: logic.ForProcess | None, frame: bytes) -> None:
        match message:
            case Replay():
                self._debug = self._debug.afresh()
                self._run = ReplayedRun(self.post, self, memory_limit_mb=self._memory_limit_mb)
            case TurnBegan():
                self._began = message
            case TurnEnded():
                self._play(message)
            case debugging.DebugSetup():
                self._tell(self._debug.set_up(message))
            case debugging.DebugLocations():
                self._debug.locations(message)
            case _:
                self._tell(frame)

    def _play(self, ended: TurnEnded) -> None:
        began, self._began = self._began, None
        if self._run is None or began is None:
            raise codec.FrameError("a turn without a beginning")
        for handed in began.handed:
            self._learn(bytes(handed.message))
        self.send(TurnPlayed(self._run.play(began, ended)))

    def _learn(self, frame: bytes) -> None:
        """The debugger's side has to know the scripts of the program."""
        if codec.tag_of(frame) not in _CHANGES_SCRIPTS:
            return
        message = codec.decode_for_process(frame)
        if isinstance(message, logic.Launch):
            self._debug.launch(message.program, None, message.settings.below)
            self._tell(self._debug.armed())
        elif isinstance(message, logic.Patch):
            self._debug.patch(message.program)

    def _tell(self, frame: bytes) -> None:
        if self._run is None:
            return
        text = frame.decode("utf-8", "surrogatepass")
        try:
            msgspec.json.decode(frame)
        except msgspec.MsgspecError as error:
            raise codec.FrameError(str(error)) from error
        self._run.tell(text)
