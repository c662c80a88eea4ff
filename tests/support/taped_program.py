"""A program in an engine of this process whose run is taped, and what comes of repeating it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from runtime.protocol.recording import Divergence, TurnBegan, TurnEnded
from simulator.worker.engine import Engine
from simulator.worker.in_process import InProcessProgram
from simulator.worker.replayed import ReplayedRun
from simulator.worker.tape import TapedEngine

Turn = tuple[TurnBegan, TurnEnded | None]


class TapedProgram(InProcessProgram):
    """`turns` has the turns so far. `answers` gives what a call of wx.* is answered, by its name."""

    def __init__(self, program: Mapping[str, Any], answers: Mapping[str, Any] | None = None, **more: Any) -> None:
        self.turns: list[Turn] = []
        self.answers = dict(answers or {})
        super().__init__(program, **more)

    def made_engine(self) -> TapedEngine:
        return TapedEngine(Engine(self), self, self._taped)

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        if name not in self.answers:
            return ""
        return json.dumps({"ok": True, "result": self.answers[name]})

    def _taped(self, message: msgspec.Struct) -> None:
        # As it comes out of a pipe.
        data = msgspec.json.encode(message)
        if isinstance(message, TurnBegan):
            self.turns.append((msgspec.json.decode(data, type=TurnBegan), None))
        else:
            self.turns[-1] = (self.turns[-1][0], msgspec.json.decode(data, type=TurnEnded))


class Repeated:
    """What a replay of turns has sent, and the first turn that went another way."""

    def __init__(self, turns: list[Turn]) -> None:
        self.sent: list[dict[str, Any]] = []
        self.run = ReplayedRun(lambda text: self.sent.append(json.loads(text)))
        self.divergence: tuple[int, Divergence] | None = None
        for number, turn in enumerate(turns):
            found = self.run.play(*turn)
            if found is not None and self.divergence is None:
                self.divergence = (number, found)

    def asked(self, **message: Any) -> Any:
        """The value of what is answered to a question between two turns."""
        self.run.tell(json.dumps(message))
        return self.sent[-1]["value"]
