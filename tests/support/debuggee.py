"""A program to debug, without a window: a real engine, and a debugger that a test steers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw

from runtime.protocol import codec, logic
from runtime.protocol.launch import LaunchOptions, Settings
from runtime.protocol.previews import MemoryUse
from runtime.protocol.stacks import StackFrame
from runtime.protocol.value_questions import Argument, ValueForm
from simulator.bridge.record import Direction
from simulator.bridge.recorder import Recorder
from simulator.debug.debuggee import Debuggee
from simulator.debug.profile import Profile
from simulator.traffic.log import TrafficLog
from tests.support.debugger import FakeDebugger
from tests.support.logic_program import LogicProgram

ROOT = Path("/work folder/shop")


class EngineValues:
    """`Values` over a program in this process: every question is answered at once."""

    def __init__(self, program: LogicProgram) -> None:
        self._program = program
        self.released: list[int] = []

    def evaluate(
        self,
        code: str,
        done: Callable[[logic.Evaluated], None],
        *,
        form: ValueForm = "handle",
        await_promise: bool = False,
    ) -> None:
        self._ask(done, m="evaluate", code=code, page_id=1, form=form, await_promise=await_promise)

    def call_function(
        self,
        declaration: str,
        object_id: int,
        arguments: Sequence[Argument],
        done: Callable[[logic.Evaluated], None],
        *,
        form: ValueForm = "handle",
        await_promise: bool = False,
    ) -> None:
        given = json.loads(msgspec.json.encode(arguments))
        self._ask(
            done, m="call-function", declaration=declaration, object_id=object_id, arguments=given, form=form,
            await_promise=await_promise,
        )  # fmt: skip

    def list_members(
        self,
        object_id: int,
        done: Callable[[logic.Inspected], None],
        *,
        inherited: bool = False,
        accessors_only: bool = False,
    ) -> None:
        self._ask(done, m="list-members", object_id=object_id, inherited=inherited, accessors_only=accessors_only)

    def memory(self, done: Callable[[logic.Inspected], None]) -> None:
        use = MemoryUse(self._program.engine.memory_used, 512 * 1024 * 1024)
        done(logic.Inspected(0, Raw(msgspec.json.encode(use))))

    def release(self, object_ids: Sequence[int]) -> None:
        self.released.extend(object_ids)
        self._program.send(m="release", object_ids=list(object_ids))

    def names(self, chain: str, prefix: str, done: Callable[[logic.Inspected], None]) -> None:
        self._ask(done, m="names", chain=chain, prefix=prefix, page_id=1)

    def _ask(self, done: Callable[[Any], None], **message: Any) -> None:
        before = len(self._program.messages)
        self._program.send(request_id=9, **message)
        for answer in self._program.messages[before:]:
            if answer.get("request_id") == 9:
                done(codec.decode_from_logic(json.dumps(answer).encode()))


class FakeProfiler:
    """Begins and ends at once; `profile` is what it has found, `is_on` whether one is being made."""

    def __init__(self) -> None:
        self.is_on = False
        self.why = ""
        self.profile: Profile | None = None

    def begin(self, began: Callable[[str], None]) -> None:
        self.is_on = not self.why
        began(self.why)

    def end(self, done: Callable[[Profile | None], None]) -> None:
        self.is_on = False
        done(self.profile)


class DebuggeeParts:
    """`debuggee` and what a test does to it. `script` is the page's."""

    def __init__(self, script: str = "Page({ data: { items: [1, 2] } })") -> None:
        self.program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": script})
        self.program.launch()
        self.values = EngineValues(self.program)
        self.recorder = Recorder()
        self.debugger = FakeDebugger()
        self.traffic = TrafficLog()
        self.profiler = FakeProfiler()
        self.debuggee = Debuggee(
            ROOT, lambda: "Shop", self.recorder, self.values, self.debugger, self.traffic, self.profiler
        )

    def launch(self) -> None:
        """A new run begins."""
        launch = logic.Launch(Raw(b"{}"), {}, Settings(), LaunchOptions("", {}, 1001))
        self.recorder.record(Direction.HOST_TO_LOGIC, launch, b"{}")

    def log(self, *previews: dict[str, Any], level: str = "log", line: int = 3, **more: Any) -> None:
        """The program writes to its console."""
        frames = [StackFrame("onLoad", "pages/p/p.js", line, 5)]
        message = logic.Log(level, Raw(msgspec.json.encode(previews)), frames, **more)  # type: ignore[arg-type]
        self.recorder.record(Direction.LOGIC_TO_HOST, message)

    def throw(self, text: str) -> None:
        """An exception that nobody catches."""
        message = logic.Uncaught(text, [StackFrame("onTap", "pages/p/p.js", 7, 2)])
        self.recorder.record(Direction.LOGIC_TO_HOST, message)
