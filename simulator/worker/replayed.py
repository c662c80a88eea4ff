"""A recorded run, repeated: turn by turn, with nothing of the world outside, and compared with what was recorded.

Whatever the program does here reaches nobody: calls of wx.* are answered from the recording, or not at all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Literal, Protocol

from runtime.protocol.recording import Answered, Divergence, TurnBegan, TurnEnded
from simulator.worker.engine import MEMORY_LIMIT_MB, Engine
from simulator.worker.tape import NO_ANSWER, check_of, check_of_post, is_of_debugger

MOST_TEXT = 2000
_REFUSED = '{"ok":false,"result":{"errMsg":"fail the recording has no answer"}}'


class Debugger(Protocol):
    """What a debugger has to say of a run, as of `EngineHost`."""

    def instrumented(self, path: str, *, asks_for_pauses: bool) -> str:
        """A script with probes; empty if it runs as it is."""

    def debug_command(self, *, is_paused: bool) -> str:
        """The next message for it."""


class NoDebugger:
    """Nothing pauses."""

    def instrumented(self, path: str, *, asks_for_pauses: bool) -> str:
        """Scripts run as they are."""
        return ""

    def debug_command(self, *, is_paused: bool) -> str:
        """A pause ends at once."""
        return '{"m":"debug-go","kind":"resume"}' if is_paused else ""


class ReplayedRun:
    """One run in an engine of this process and thread. `post` gets what the program sends."""

    def __init__(
        self,
        post: Callable[[str], None],
        debugger: Debugger | None = None,
        *,
        memory_limit_mb: int = MEMORY_LIMIT_MB,
    ) -> None:
        self._send = post
        self._debugger = debugger or NoDebugger()
        self.instrumented = self._debugger.instrumented
        self._engine = Engine(self, memory_limit_mb)
        self._strings = self._engine.replay_readings()
        self._readings: deque[str] = deque()
        self._answers: deque[Answered] = deque()
        self._posts: deque[int] = deque()
        self._places: dict[str, str] = {}
        self._is_aside = False
        self._count = 0
        self._divergence: Divergence | None = None

    def play(self, began: TurnBegan, ended: TurnEnded | None) -> Divergence | None:
        """Repeats a turn; says where it has gone another way than the recording. Without an end the recording has
        none: the program was still at it, or died of it."""
        ended = ended or TurnEnded()
        self._readings = deque(bytes(one).decode() for one in ended.readings)
        self._answers, self._posts = deque(ended.answers), deque(ended.posts)
        self._divergence, self._count = None, 0
        self._strings.bring(self.readings(""))
        if began.collects:
            self._engine.collect_garbage()
        for handed in began.handed:
            receive = self._engine.receive_now if handed.at_once else self._engine.receive
            receive(bytes(handed.message).decode("utf-8", "surrogatepass"))
        self._engine.run_task()
        if self._posts:
            self._diverged("posted", f"{len(self._posts)} messages more", "")
        if self._answers:
            self._diverged("asked", self._answers[0].name, "")
        return self._divergence

    def tell(self, message: str) -> None:
        """A message that is no part of the run, at once: a question of somebody who looks on, or a debugger's."""
        self._is_aside = True
        try:
            self._strings.aside(message)
        finally:
            self._is_aside = False

    def _diverged(self, kind: Literal["posted", "asked"], expected: str, found: str) -> None:
        """Only the first one counts: what follows follows from it."""
        self._divergence = self._divergence or Divergence(kind, self._count, expected, found[:MOST_TEXT])

    # ------------------------------------------------------------ EngineHost

    def post(self, text: str) -> None:
        """Compares it with what was recorded, and hands it on."""
        if not self._is_aside and not is_of_debugger(text):
            self._compare(text)
        self._send(text)

    def _compare(self, text: str) -> None:
        expected = self._posts.popleft() if self._posts else None
        if expected is None:
            self._diverged("posted", "", text)
        elif expected != check_of_post(text):
            self._diverged("posted", f"check sum {expected:08x}", text)
        self._count += 1

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """As the recording has it."""
        if self._is_aside:
            return _REFUSED
        answer = self._answer("api", name, args)
        # A call that the program waits for cannot be answered later.
        return answer if answer is not None and (answer or not sync) else _REFUSED

    def ask_view(self, call: str, request_id: int) -> str:
        """As the recording has it."""
        answer = None if self._is_aside else self._answer("view", "view", call)
        return answer or '{"error":"the recording has no answer","result":null}'

    def source_place(self, script: str, line: int, column: int) -> str:
        """As the recording has it; what it has once it has for good."""
        name = f"{script}:{line}:{column}"
        if self._is_next("place", name):
            self._places[name] = self._taken()
        return self._places.get(name, "{}")

    def debug_command(self, *, is_paused: bool) -> str:
        """A debugger's; what it asks meanwhile is no part of the run."""
        command = self._debugger.debug_command(is_paused=is_paused)
        self._is_aside = is_paused and not command.startswith('{"m":"debug-go"')
        return command

    def running(self, what: str, where: str) -> None:
        """Nobody watches."""

    def readings(self, noted: str) -> str:
        """The next ones."""
        return self._readings.popleft() if self._readings else "[]"

    def _answer(self, kind: str, name: str, question: str) -> str | None:
        if not self._is_next(kind, name):
            self._diverged("asked", self._answers[0].name if self._answers else "", name)
            return None
        check = self._answers[0].check
        if check and check != check_of(question):
            self._diverged("asked", name, f"{name} {question}")
        return self._taken()

    def _is_next(self, kind: str, name: str) -> bool:
        return bool(self._answers) and (self._answers[0].kind, self._answers[0].name) == (kind, name)

    def _taken(self) -> str:
        answer = self._answers.popleft().answer
        return "" if bytes(answer) == bytes(NO_ANSWER) else bytes(answer).decode("utf-8", "surrogatepass")
