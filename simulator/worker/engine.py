"""The JavaScript engine with the base library in it. The only module that imports `quickjs`.

An engine belongs to the thread that made it. It knows nothing of pipes: messages of the host go in as JSON text, what
the base library sends comes out through `EngineHost`. Each task is followed by its microtasks and a flush.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import quickjs

from simulator.worker.library import FIRST_LINE, Part, library

MEMORY_LIMIT_MB = 512

ROOM_BYTES = 8 * 1024 * 1024
"""Counts as in use, though nothing is, when the engine looks for what is unreachable.

It looks again when half as much again is in use, and each look walks over everything. A young program would be looked
through several times while it makes its first long list, a seventh of the time that this takes."""

READING_S = 2.0
"""How long the members of a value may take that somebody wants to see: they may be getters."""

STACK_BYTES = 4 * 1024 * 1024
"""Room for JavaScript calls: an endless recursion becomes an error of the program long before the thread's end."""

THREAD_STACK_BYTES = 64 * 1024 * 1024
"""Stack of the thread that an engine is made on."""


EngineError = quickjs.JSException
"""What JavaScript throws that nobody there has caught; also that time, memory or stack ran out."""


def bare_context(memory_limit_mb: int, turn_limit_s: float) -> Any:
    """The engine without the base library. Each turn is limited in time, so it cannot call Python."""
    context = quickjs.Context()
    context.set_memory_limit(memory_limit_mb * 1024 * 1024)
    context.set_max_stack_size(STACK_BYTES)
    context.set_time_limit(turn_limit_s)
    return context


class EngineHost(Protocol):
    """What the base library may ask of the process around it. None of these may raise."""

    def post(self, text: str) -> None:
        """Sends one message to the host."""

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """Carries out a call of wx.*; the answer as JSON, empty if it comes later. `stack`: frames as JSON."""

    def ask_view(self, call: str, request_id: int) -> str:
        """Sends a `ViewCall` and waits for its `ViewReply`; `{"error", "result"}` as JSON."""

    def source_place(self, script: str, line: int, column: int) -> str:
        """What is known of a place in a script, as JSON: `{file, line, column}` in the file that the script was made
        of, `{library: true}`; empty if nothing is, and nothing will be of any place in it; `{}` if nothing is here."""

    def running(self, what: str, where: str) -> None:
        """A handler of the program starts (`what` and its place), or has ended (empty)."""

    def instrumented(self, path: str, *, asks_for_pauses: bool) -> str:
        """A script is about to be evaluated: its code with probes, as JSON (`DebugSide`); empty if it runs as it is.

        `asks_for_pauses`: it may have a `debugger` statement."""

    def debug_command(self, *, is_paused: bool) -> str:
        """The next message for the debugger, empty if there is none; while the program is paused it is waited for."""

    def readings(self, noted: str) -> str:
        """Takes readings of a run that is recorded, as JSON, in the middle of a task; brings those of one that is
        replayed."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What moves an engine whose run is repeated: `bring` brings readings as JSON, `aside` takes a message between two
    turns without the run's noticing."""

    bring: Callable[[str], None]
    aside: Callable[[str], None]


class Engine:
    """One program's JavaScript world."""

    def __init__(self, host: EngineHost, memory_limit_mb: int = MEMORY_LIMIT_MB, *, part: Part = "program") -> None:
        self._host = host
        self._part = part
        self._context = quickjs.Context()
        self._context.set_memory_limit(memory_limit_mb * 1024 * 1024)
        self._context.set_max_stack_size(STACK_BYTES)
        # It looks when an object is made: of the two, the second is made while the first is there.
        self._context.eval(f"[new ArrayBuffer({ROOM_BYTES}), []]")
        self._library = self._load()
        self._member = self._context.eval("(function (library, name) { return library[name]; })")
        self._receive = self._member(self._library, "receive")
        self._receive_now = self._member(self._library, "receiveNow")
        self._step = self._member(self._library, "step")
        self._end_task = self._member(self._library, "endTask")

    def _load(self) -> Any:
        # base/host.js takes these away from the global object.
        context, host, code = self._context, self._host, library(self._part)
        callables = {
            "post": self._post, "callApi": self._call_api, "askView": self._ask_view, "running": host.running,
            "readings": self._readings,
            "sourcePlace": self._source_place, "describeError": _describe_error, "instrumented": self._instrumented,
            "debugCommand": self._debug_command, "watchLoops": _watch_loops, "limited": self._limited,
        }  # fmt: skip
        for name, function in callables.items():
            context.add_callable(name, function)
        context.set("libraryStart", FIRST_LINE)
        context.set("libraryEnd", code.end)
        return context.eval(code.code)

    def _post(self, text: str) -> None:
        self._host.post(text)

    def _readings(self, noted: str) -> str:
        return self._host.readings(noted)

    def _call_api(
        self, name: str, args: str, call_id: float, sync: bool, page_id: float, from_tap: bool, stack: str
    ) -> str:
        return self._host.call_api(
            name, args, int(call_id), sync=bool(sync), page_id=int(page_id), from_tap=bool(from_tap), stack=stack
        )

    def _instrumented(self, path: str, asks_for_pauses: bool) -> str:
        return self._host.instrumented(path, asks_for_pauses=bool(asks_for_pauses))

    def _debug_command(self, is_paused: bool) -> str:
        return self._host.debug_command(is_paused=bool(is_paused))

    def _limited(self, read: Any) -> str:
        # With a time limit JavaScript cannot call Python: only for what reads values.
        self._context.set_time_limit(READING_S)
        try:
            return str(read())
        except quickjs.JSException:
            return ""
        finally:
            self._context.set_time_limit(-1)

    def _source_place(self, script: str, line: float, column: float) -> str:
        return self._host.source_place(script, int(line), int(column))

    def _ask_view(self, call: str, request_id: float) -> str:
        return self._host.ask_view(call, int(request_id))

    def receive(self, message: str) -> None:
        """Queues a message of the host as a task."""
        self._guarded(self._receive, message)

    def receive_now(self, message: str) -> None:
        """Takes a message before whatever is queued: for what must not wait for the program."""
        self._guarded(self._receive_now, message)

    def run_task(self) -> float:
        """Runs the next task (or due timer) to its end.

        Returns the milliseconds until there is more to do: 0 = at once, negative = not before the next message.
        """
        self._guarded(self._step)
        self._pump()
        delay = self._guarded(self._end_task)
        self._pump()
        return float(delay) if isinstance(delay, int | float) else 0.0

    def _pump(self) -> None:
        while True:
            try:
                if not self._context.execute_pending_job():
                    return
            except quickjs.JSException as error:
                self._report(error)

    def _guarded(self, function: Any, *args: Any) -> Any:
        try:
            return function(*args)
        except quickjs.JSException as error:
            self._report(error)
            return None

    def _report(self, error: Exception) -> None:
        # Only what the base library itself could not catch arrives here: memory or stack ran out under it.
        text = str(error).strip()
        message = text.splitlines()[0] if text else "the engine failed"
        self._host.post(json.dumps({"m": "uncaught", "message": message, "stack": [], "where": "engine"}))

    def note_readings(self, host: EngineHost) -> Callable[[], str]:
        """From now on what is read of clocks and chance is noted, and `host` is asked in place of the former one. The
        result gives what has been noted since it was called last, as JSON. Before the program is there."""
        self._host = host
        self._guarded(self._member(self._library, "noteReadings"))
        noted = self._member(self._library, "notedReadings")
        return lambda: str(self._guarded(noted))

    def replay_readings(self) -> Replayed:
        """From now on clocks and chance are what is brought from outside. Before the program is there."""
        self._guarded(self._member(self._library, "replayReadings"))
        bring, ask = self._member(self._library, "takeReadings"), self._member(self._library, "receiveAside")

        def aside(message: str) -> None:
            self._guarded(ask, message)
            self._pump()

        return Replayed(lambda text: self._guarded(bring, text), aside)

    def collect_garbage(self) -> None:
        """Frees what is unreachable."""
        self._context.gc()

    @property
    def memory_used(self) -> int:
        """Bytes in use."""
        return int(self._context.memory()["malloc_size"])


def _watch_loops(code: str) -> str:
    from runtime.compiler.debugging.watched_loops import with_watched_loops

    return with_watched_loops(code)


def _describe_error(code: str, line: float, column: float, message: str) -> str:
    # Only a program that errs needs the parser.
    from runtime.compiler.script.engine_errors import described

    return described(code, int(line), int(column), message)
