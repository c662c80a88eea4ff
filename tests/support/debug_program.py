"""A program in an engine of this process that is debugged: each pause is a conversation that a generator of the test
leads. It gets the pause as it goes to the host, yields messages to the program and is sent the answer of each question;
what it returns is how to go on.

    def talk(pause):
        answer = yield {"m": "debug-evaluate", "request_id": 1, "frame_id": 1, "code": "a + 1"}
        assert answer["value"]["v"] == 2
        return "over"
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from typing import Any

import msgspec
from msgspec import Raw

from runtime.compiler.script.compile import compile_script
from runtime.protocol.debugging import DebugSetup, WantedBreakpoint
from simulator.worker.debugging import DebugSide
from simulator.worker.in_process import InProcessProgram
from tests.support.logic_program import compile_files

Message = dict[str, Any]
Talk = Generator[Message, Message, str]
PAGE = "pages/a/a"


def bp(line: int, file: str = f"{PAGE}.js", number: int = 1, **more: Any) -> WantedBreakpoint:
    """A breakpoint in the page's script."""
    return WantedBreakpoint(number, file, line, **more)


def go(kind: str) -> Callable[[Message], Talk]:
    """Asks nothing."""

    def talk(_pause: Message) -> Talk:
        yield from ()
        return kind

    return talk


def evaluate(code: str, frame: int = 1) -> Message:
    """The question what a text comes to."""
    return {"m": "debug-evaluate", "request_id": 1, "frame_id": frame, "code": code}


def members(object_id: int) -> Message:
    """The question for the members of a scope or object."""
    return {"m": "debug-members", "request_id": 1, "object_id": object_id}


class DebugProgram(InProcessProgram):
    """`scripts`: sources by path; the page's own is `pages/a/a.js` or `.ts`. With templates among them they are a whole
    program. `told`: what the debugger's side sent.

    `pending`: messages that arrive in the middle of a task.
    """

    def __init__(self, scripts: Mapping[str, str], setup: DebugSetup, talk: Callable[[Message], Talk]) -> None:
        self.told: list[Message] = []
        self.pauses: list[Message] = []
        self.pending: list[Message] = []
        self.talk = talk
        self._talking: Talk | None = None
        self._debug = DebugSide(lambda message: self.told.append(msgspec.to_builtins(message)))
        self._debug.set_up(setup)
        is_whole = any(path.endswith(".wxml") for path in scripts)
        super().__init__(compile_files(scripts) if is_whole else program_of(scripts))

    def send(self, **message: Any) -> None:
        if message["m"] == "launch":
            self._debug.launch(Raw(msgspec.json.encode(message["program"])), None, "")
            self.engine.receive_now(self._debug.armed().decode())
        super().send(**message)

    def settle(self) -> None:
        super().settle()
        self._debug.tell()

    def set_up(self, setup: DebugSetup) -> None:
        """The debugger wants something else."""
        self.engine.receive_now(self._debug.set_up(setup).decode())

    @property
    def stops(self) -> list[tuple[str, int]]:
        """Of each pause the function and the line."""
        return [(pause["frames"][0]["function"], pause["frames"][0]["line"]) for pause in self.pauses]

    @property
    def logged(self) -> list[Any]:
        """The first value of each message to the console."""
        return [message["args"][0].get("v") for message in self.messages if message["m"] == "log"]

    def instrumented(self, path: str, *, asks_for_pauses: bool) -> str:
        return self._debug.instrumented(path, asks_for_pauses=asks_for_pauses)

    def debug_command(self, *, is_paused: bool) -> str:
        if not is_paused:
            return json.dumps(self.pending.pop(0)) if self.pending else ""
        try:
            if self._talking is None:
                self.pauses.append(self.messages[-1])
                self._talking = self.talk(self.messages[-1])
                command = next(self._talking)
            else:
                command = self._talking.send(self.messages[-1])
        except StopIteration as end:
            self._talking = None
            command = {"m": "debug-go", "kind": end.value or "resume"}
        return json.dumps(command)


def program_of(scripts: Mapping[str, str]) -> Message:
    """A program of one page."""
    entries: Message = {}
    line = 1
    for path, text in scripts.items():
        made = compile_script(path, text, "typescript" if path.endswith(".ts") else "javascript")
        columns = [[list(one) for one in columns] for columns in made.column_maps]
        entries[path] = {"code": made.code, "line": line, "columns": columns, "imports": dict(made.imports)}
        line += made.code.count("\n") + 50
    script = next((path for path in scripts if path.rpartition(".")[0] == PAGE), None)
    component = {
        "script": script, "template": None, "style": None, "using": {}, "generics": {}, "placeholders": {}, "json": {},
        "page": True,
    }  # fmt: skip
    page = {"component": PAGE, "window": {}, "tab": -1, "package": ""}
    return {
        "app": {"pages": [PAGE], "subPackages": [], "entryPagePath": PAGE, "window": {}, "networkTimeout": {}},
        "app_script": "app.js" if "app.js" in scripts else None, "pages": {PAGE: page},
        "components": {PAGE: component}, "scripts": entries, "templates": {}, "wxs": {}, "aliases": {}, "npm": [],
    }  # fmt: skip
