"""What enters an engine from outside, noted in its order, so that the run can be repeated: a tape of its turns.

A turn is what the loop of a logic process does once: it hands messages over and runs a task. `TurnBegan` tells of it
before it runs, so that a program that never comes back can be repeated as well; `TurnEnded` tells what came of it: what
the program read of clocks and chance (runtime/js/logic/base/readings.js), what it was answered in the middle of
things, and a check sum of each message that it sent. The messages themselves go to the host as ever.

A debugger leaves no trace: what it does while the program stands still is no part of the run.
"""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

import msgspec
from msgspec import Raw

from runtime.protocol import codec
from runtime.protocol.recording import Answered, AnswerKind, Handed, TurnBegan, TurnEnded
from simulator.worker.engine import Engine, EngineHost

NO_ANSWER = Raw(b'""')
OF_DEBUGGER = "debug-"
"""How the tags of its messages begin."""


def check_of(text: str) -> int:
    """The check sum of a question's arguments."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def check_of_post(text: str) -> int:
    """The check sum of a message, as the host gets it."""
    return crc32(codec.well_formed(text.encode("utf-8", "surrogatepass")))


def is_of_debugger(text: str) -> bool:
    """Whether a message has to do with a debugger."""
    return text.startswith('{"m":"debug-')


class TapedEngine:
    """An engine whose turns are told to the host by `send`. It takes what a logic process's loop asks of an engine."""

    def __init__(self, engine: Engine, host: EngineHost, send: Callable[[msgspec.Struct], None]) -> None:
        self._engine = engine
        self._send = send
        self._notes = _Notes(host)
        self._noted = engine.note_readings(self._notes)
        self._handed: list[Handed] = []
        self._collects = False

    @property
    def memory_used(self) -> int:
        """Bytes in use."""
        return self._engine.memory_used

    def collect_garbage(self) -> None:
        """Frees what is unreachable, which a program can notice."""
        self._collects = True
        self._engine.collect_garbage()

    def receive(self, message: str) -> None:
        """As of `Engine`."""
        self._note(message, at_once=False)
        self._engine.receive(message)

    def receive_now(self, message: str) -> None:
        """As of `Engine`."""
        self._note(message, at_once=True)
        self._engine.receive_now(message)

    def run_task(self) -> float:
        """As of `Engine`; the turn is told before and after."""
        self._send(TurnBegan(self._handed, self._collects))
        self._handed, self._collects = [], False
        delay_ms = self._engine.run_task()
        self._send(self._notes.turn(self._noted()))
        return delay_ms

    def _note(self, message: str, *, at_once: bool) -> None:
        if not is_of_debugger(message):
            self._handed.append(Handed(Raw(message.encode("utf-8", "replace")), at_once))


class _Notes:
    """The `EngineHost` of such an engine: asks the one behind it, and notes what it says."""

    def __init__(self, host: EngineHost) -> None:
        self._host = host
        self._readings: list[Raw] = []
        self._answers: list[Answered] = []
        self._posts: list[int] = []
        self._is_paused = False
        self.running = host.running
        self.instrumented = host.instrumented

    def turn(self, readings: str) -> TurnEnded:
        """What has been noted since the last one."""
        self._readings.append(Raw(readings.encode()))
        ended = TurnEnded(self._readings, self._answers, self._posts)
        self._readings, self._answers, self._posts = [], [], []
        return ended

    def post(self, text: str) -> None:
        if not self._is_paused and not is_of_debugger(text):
            self._posts.append(check_of_post(text))
        self._host.post(text)

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        answer = self._host.call_api(name, args, call_id, sync=sync, page_id=page_id, from_tap=from_tap, stack=stack)
        return self._answered("api", name, args, answer)

    def ask_view(self, call: str, request_id: int) -> str:
        return self._answered("view", "view", call, self._host.ask_view(call, request_id))

    def source_place(self, script: str, line: int, column: int) -> str:
        if self._is_paused:
            return self._host.source_place(script, line, column)
        return self._answered("place", f"{script}:{line}:{column}", "", self._host.source_place(script, line, column))

    def debug_command(self, *, is_paused: bool) -> str:
        # A pause asks until it is over; what is asked and said meanwhile is the user's.
        self._is_paused = is_paused
        command = self._host.debug_command(is_paused=is_paused)
        self._is_paused = is_paused and not command.startswith('{"m":"debug-go"')
        return command

    def readings(self, noted: str) -> str:
        self._readings.append(Raw(noted.encode()))
        return ""

    def _answered(self, kind: AnswerKind, name: str, question: str, answer: str) -> str:
        given = Raw(answer.encode("utf-8", "surrogatepass")) if answer else NO_ANSWER
        self._answers.append(Answered(kind, name, check_of(question), given))
        return answer
