"""Logic processes that are none: a test says what they send and when they end."""

from __future__ import annotations

import msgspec

from runtime.protocol import codec, logic
from simulator.bridge.process import OnExit, OnMessage


class FakeProcess:
    """Takes what a `LogicProcess` takes once it has been handed out."""

    def __init__(self, on_message: OnMessage, on_exit: OnExit) -> None:
        self._on_message = on_message
        self._on_exit = on_exit
        self.told: list[logic.HostToLogic] = []
        self.is_killed = False
        self.worked_s = 0.0

    def send(self, message: msgspec.Struct | bytes) -> int:
        data = message if isinstance(message, bytes) else codec.encode(message)
        self.told.append(codec.decode_for_logic(data))
        return len(data)

    def kill(self) -> None:
        self.is_killed = True

    def says(self, *messages: logic.LogicToHost) -> None:
        """Frames arrive."""
        for message in messages:
            self.sends(codec.encode(message))

    def sends(self, frame: bytes) -> None:
        """A frame of any bytes arrives."""
        self._on_message(self, frame)  # type: ignore[arg-type]

    def ends(self, reason: str) -> None:
        """The process is gone."""
        self._on_exit(self, reason)  # type: ignore[arg-type]


class FakeSpare:
    """A `Spare` that hands out as many processes as are asked for; `processes` are those so far."""

    def __init__(self, memory_limit_mb: int) -> None:
        self.memory_limit_mb = memory_limit_mb
        self.processes: list[FakeProcess] = []
        self.is_ready = False
        self.is_closed = False

    def prepare(self) -> None:
        self.is_ready = True

    def take(self, on_message: OnMessage, on_exit: OnExit) -> FakeProcess:
        self.processes.append(FakeProcess(on_message, on_exit))
        return self.processes[-1]

    def close(self) -> None:
        self.is_closed = True
