"""A program in an engine of this process whose run is taped, and what comes of repeating it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from runtime.api.logic_side import default_account, launch_settings
from runtime.platform.wechat import WECHAT
from runtime.protocol import codec, view
from runtime.protocol.launch import ProgramPlace
from runtime.protocol.recording import Divergence, TurnBegan, TurnEnded
from simulator.recording.form import Entry, FileHead, Kind
from simulator.worker.engine import Engine
from simulator.worker.in_process import InProcessProgram
from simulator.worker.replayed import ReplayedRun
from simulator.worker.tape import TapedEngine
from tests.support.logic_program import compile_files

PAGE = "pages/a/a"
Turn = tuple[TurnBegan, TurnEnded | None]


class TapedProgram(InProcessProgram):
    """`turns` has the turns so far, `told` all frames that a host would get. `answers` gives what a call
    of wx.* is answered, by its name."""

    def __init__(self, program: Mapping[str, Any], answers: Mapping[str, Any] | None = None, **more: Any) -> None:
        self.turns: list[Turn] = []
        self.told: list[bytes] = []
        self.answers = dict(answers or {})
        super().__init__(program, **more)

    def made_engine(self) -> TapedEngine:
        return TapedEngine(Engine(self), self, self._taped)

    def post(self, text: str) -> None:
        self.told.append(codec.well_formed(text.encode("utf-8", "surrogatepass")))
        super().post(text)

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        if name not in self.answers:
            return ""
        return json.dumps({"ok": True, "result": self.answers[name]})

    def _taped(self, message: msgspec.Struct) -> None:
        # As it comes out of a pipe.
        data = msgspec.json.encode(message)
        self.told.append(data)
        if isinstance(message, TurnBegan):
            self.turns.append((msgspec.json.decode(data, type=TurnBegan), None))
        else:
            self.turns[-1] = (self.turns[-1][0], msgspec.json.decode(data, type=TurnEnded))


def taped(script: str, answers: Mapping[str, Any] | None = None, **more: Any) -> TapedProgram:
    """A program of one page that shows `n`. With `answers` it has the platform's APIs."""
    program = compile_files({f"{PAGE}.wxml": "<view>{{n}}</view>", f"{PAGE}.js": script})
    if answers is not None:
        place = ProgramPlace("", "", "", default_account("wx1"))
        more["settings"] = msgspec.to_builtins(launch_settings(WECHAT, place))
    return TapedProgram(program, answers, **more)


def entries_of(program: TapedProgram) -> list[Entry]:
    """The run of a program as a recording has it: what it sent stands between the ends of its turn."""
    entries = [Entry(Kind.RUN, 0, b"")]
    for at_ms, data in enumerate(program.told):
        kind = Kind.TURN if data.startswith(b'{"m":"turn-') else Kind.SENT
        entries.append(Entry(kind, at_ms, data))
    return entries


class RunsHere:
    """Repeats runs in this process: `simulator.replay.replay.Runs`."""

    def __init__(self) -> None:
        self._sent: list[bytes] = []
        self._run: ReplayedRun | None = None

    def begin(self) -> None:
        self._run = ReplayedRun(lambda text: self._sent.append(text.encode("utf-8", "replace")))

    def play(self, began: TurnBegan, ended: TurnEnded | None) -> tuple[list[bytes], Divergence | None]:
        assert self._run is not None
        divergence = self._run.play(began, ended)
        sent, self._sent = self._sent, []
        return sent, divergence

    def tree(self, page_id: int) -> Any:
        assert self._run is not None
        self._run.tell(json.dumps({"m": "describe", "request_id": 1, "page_id": page_id, "form": "composed"}))
        return json.loads(self._sent.pop())["value"]


class SeenScreen:
    """A screen that notes what it is told: `simulator.replay.replay.Screen`."""

    def __init__(self) -> None:
        self.shown: list[view.HostToView] = []
        self.files: dict[tuple[str, str], bytes | None] = {}

    def phone(self, data: bytes) -> None: ...

    def sent(self, frames: list[bytes]) -> None: ...

    def launched(self, launch: bytes) -> None: ...

    def file(self, head: FileHead, content: bytes | None) -> None:
        self.files[(head.host, head.path)] = content

    def replied(self, request_id: int) -> None: ...

    def show(self, message: view.HostToView, at_ms: int) -> None:
        self.shown.append(message)


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
