"""The loop of a logic process, or of a worker of its program: messages in, tasks, timers, messages out.

Three threads: a reader that queues frames, the engine's own (which calls `run`), and a watch that tells the host when
a task takes long. When the host goes away the process ends, whatever the program is doing.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

import msgspec
from msgspec import Raw

from runtime.api.logic_side import GOES_ON, DeviceSnapshot, LogicApis, open_logic_apis
from runtime.platform.platform import Platform
from runtime.protocol import codec, debugging, logic
from runtime.protocol.previews import MemoryUse
from runtime.protocol.program_questions import AskMemory
from runtime.protocol.recording import Record
from runtime.protocol.version import WIRE_VERSION
from simulator.worker.activity import Activity
from simulator.worker.debugging import DebugSide
from simulator.worker.engine import Engine
from simulator.worker.inbox import Arrival, Inbox
from simulator.worker.library import Part, library
from simulator.worker.source_places import SourcePlaces, source_place, source_places
from simulator.worker.tape import TapedEngine
from simulator.worker.wx_workers import WxWorkers

MAX_WAITING_BYTES = 256 * 1024 * 1024
VIEW_DEADLINE_S = 10.0
"""How long a program waits for a question that it asked the view in the middle of a task."""

_IN_A_TASK = frozenset({"debug-setup", "debug-pause", "debug-stop"})
"""What is heard in the middle of a running task."""

_WHILE_PAUSED = _IN_A_TASK | {
    "debug-go", "debug-evaluate", "debug-assign", "debug-members", "debug-locations", "evaluate", "inspect", "names",
    "list-members", "call-function", "release", "shutdown",
}  # fmt: skip
"""What is heard while the program is paused; all else waits until it goes on."""

_for_debugger = msgspec.json.Decoder(debugging.ForJavaScript)

JUST_NOW_S = 0.02
"""A message that is taken so soon after a task had to wait for its end."""


class _Ended(msgspec.Struct):
    """An answer of `LogicApis`."""

    ok: bool
    result: Raw


class Worker:
    """One program's life. `exit_code` is for the process."""

    def __init__(
        self,
        incoming: BinaryIO,
        outgoing: BinaryIO,
        platform: Platform,
        *,
        memory_limit_mb: int,
        part: Part = "program",
    ) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._platform = platform
        self._write_lock = threading.Lock()
        self._inbox = Inbox(self._is_dealt_with)
        self._last_turn = (0.0, 0.0)
        self._memory_limit_mb = memory_limit_mb
        self._part = part
        self._activity = Activity(self.send)
        self._device = DeviceSnapshot({})
        self._apis: LogicApis | None = None
        self._sources: SourcePlaces | None = None
        self._engine: Engine | TapedEngine | None = None
        self._debug = DebugSide(self.send)
        self._is_debug_asked = False
        self.exit_code = 0

    def run(self) -> None:
        """Serves the host until it says Shutdown or closes the pipe."""
        try:
            threading.Thread(target=self._read, name="reader", daemon=True).start()
            self._activity.start()
            self._live()
        except Exception:
            # The edge of the process: the host learns of it from stderr and the exit code.
            traceback.print_exc(file=sys.stderr)
            self.exit_code = 1

    def _live(self) -> None:
        """On the engine's thread, which makes it."""
        engine = Engine(self, self._memory_limit_mb, part=self._part)
        self._engine = engine
        # The engine has its own of the text.
        library.cache_clear()
        self._platform.warm_up()
        self.send(logic.Ready(WIRE_VERSION))
        self._serve(engine)

    def _serve(self, engine: Engine | TapedEngine) -> None:
        while True:
            arrival = self._inbox.next()
            if arrival is not None:
                if isinstance(arrival.message, logic.Shutdown):
                    return
                if isinstance(arrival.message, Record) and isinstance(engine, Engine):
                    engine = self._engine = TapedEngine(engine, self, self.send)
                    continue
                self._hand_over(engine, *arrival)
            self._activity.task_begins()
            began = time.monotonic()
            self._inbox.engine_wants(engine.run_task())
            self._debug.tell()
            ended = time.monotonic()
            self._last_turn = (ended, ended - began)
            self._activity.task_ends()

    def _is_dealt_with(self, message: logic.ForProcess) -> bool:
        """Answers a ping, or says how much memory is in use: what the program does not hear of."""
        if isinstance(message, logic.Ping):
            ended, lasted = self._last_turn
            had_to_wait = time.monotonic() - ended < JUST_NOW_S
            self.send(logic.Pong(message.serial, lasted * 1000 if had_to_wait else 0.0))
            return True
        if isinstance(message, AskMemory) and self._engine is not None:
            if message.collects:
                self._engine.collect_garbage()
            use = MemoryUse(self._engine.memory_used, self._memory_limit_mb * 1024 * 1024)
            self.send(logic.Inspected(message.request_id, Raw(msgspec.json.encode(use))))
            return True
        return False

    def _hand_over(self, engine: Engine | TapedEngine, message: logic.ForProcess | None, frame: bytes) -> None:
        """A message becomes a task of the engine."""
        if isinstance(message, logic.Launch):
            codec.check_version(message.version, "the host")
            self._device.replace(message.device)
            if message.settings.place is not None:
                workers = WxWorkers(message, self._memory_limit_mb, self._inbox.put, self._write)
                self._apis = open_logic_apis(self._platform, message.settings.place, self._device, self.send, workers)
                if self._part == "program":
                    self._apis.intercept(message.settings.intercepted)
                self._sources = source_places(message.settings.place, message.settings.below)
            if self._part == "program":
                self._debug.launch(message.program, self._sources, message.settings.below)
                engine.receive_now(self._debug.armed().decode())
        elif isinstance(message, logic.Patch):
            if self._sources:
                self._sources.forget()
            self._debug.patch(message.program)
            engine.receive(frame.decode("utf-8", "surrogatepass"))
            frame = self._debug.armed()
        elif isinstance(message, debugging.DebugSetup):
            engine.receive_now(self._debug.set_up(message).decode())
            return
        elif isinstance(message, debugging.DebugLocations):
            self._debug.locations(message)
            return
        elif isinstance(message, logic.DeviceChanged):
            self._device.replace(message.device)
        elif isinstance(message, logic.Intercept) and self._apis:
            self._apis.intercept(message.names)
        elif isinstance(message, logic.ApiResult) and self._apis:
            if message.goes_on:
                frame = self._resumed(self._apis, message, frame)
            else:
                self._apis.answered(message.call_id)
        receive = engine.receive_now if codec.tag_of(frame) in _IN_A_TASK else engine.receive
        receive(frame.decode("utf-8", "surrogatepass"))

    def _read(self) -> None:
        while True:
            data = codec.read_frame(self._incoming)
            if data is None:
                # The host is gone. The engine may be in an endless loop, so nobody is asked.
                os._exit(0)
            self._inbox.put(data)
            if codec.tag_of(data) in _IN_A_TASK:
                self._is_debug_asked = True
            if self._inbox.waiting_bytes > MAX_WAITING_BYTES:
                # Such as a server's messages, faster than the program takes them.
                print(f"more than {MAX_WAITING_BYTES // 2**20} MB of messages wait for the program", file=sys.stderr)
                sys.stderr.flush()
                os._exit(1)

    def send(self, message: msgspec.Struct) -> None:
        """Sends a message; any thread may."""
        self._write(codec.encode(message))

    def _write(self, payload: bytes) -> None:
        with self._write_lock:
            try:
                codec.write_frame(self._outgoing, payload)
            except OSError:
                os._exit(0)

    # ------------------------------------------------------------ EngineHost

    def post(self, text: str) -> None:
        """Sends what the base library has made."""
        self._write(codec.well_formed(text.encode("utf-8", "surrogatepass")))

    def readings(self, noted: str) -> str:
        """Of a run that is recorded: the tape has them."""
        return ""

    def running(self, what: str, where: str) -> None:
        """Notes which handler runs."""
        self._activity.handler(what, where)

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """Answers a call of wx.*, or waits for the host's answer if the program cannot go on without."""
        if self._apis is None:
            return _refusal(name, "there is no API behind this program")
        try:
            answer = self._apis.call(name, args, call_id, page_id=page_id, sync=sync, from_tap=from_tap, stack=stack)
        except Exception as error:
            # The edge to Python: an exception cannot pass through the engine.
            traceback.print_exc(file=sys.stderr)
            return _refusal(name, f"internal error {type(error).__name__}: {error}")
        return self._wait_for_answer(call_id) if sync and not answer else answer

    def instrumented(self, path: str, *, asks_for_pauses: bool) -> str:
        """Asks the debugger's side."""
        try:
            return self._debug.instrumented(path, asks_for_pauses=asks_for_pauses)
        except Exception:
            # The edge to Python: a script that cannot be debugged runs as it is.
            traceback.print_exc(file=sys.stderr)
            return ""

    def debug_command(self, *, is_paused: bool) -> str:
        """Waits for what the user wants while the program is paused; a paused program is busy with nothing."""
        if not is_paused and not self._is_debug_asked:
            return ""
        self._is_debug_asked = False
        if not is_paused:
            return self._next_debug_text(_IN_A_TASK, waits=False)
        self._debug.tell()
        self._activity.task_ends()
        text = self._next_debug_text(_WHILE_PAUSED, waits=True)
        self._activity.task_begins()
        return text

    def _next_debug_text(self, tags: frozenset[str], *, waits: bool) -> str:
        """The next message with one of these tags that the base library has to hear of; empty if there is none."""
        try:
            while (one := self._inbox.urgent(lambda one: codec.tag_of(one.frame) in tags, waits=waits)) is not None:
                if isinstance(one.message, logic.Shutdown):
                    os._exit(0)
                text = self._debug_text(one)
                if text:
                    return text
        except msgspec.MsgspecError:
            # What is no message ends the process, as between two tasks; nothing can be raised through the engine.
            traceback.print_exc(file=sys.stderr)
            sys.stderr.flush()
            os._exit(1)
        return ""

    def _debug_text(self, arrival: Arrival) -> str:
        """What the base library hears of a message."""
        try:
            if isinstance(arrival.message, debugging.DebugSetup):
                return self._debug.set_up(arrival.message).decode()
            if isinstance(arrival.message, debugging.DebugLocations):
                self._debug.locations(arrival.message)
                return ""
            if codec.tag_of(arrival.frame).startswith("debug-"):
                # An answer to a question without a number would be no message.
                _for_debugger.decode(arrival.frame)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return ""
        return arrival.frame.decode("utf-8", "surrogatepass")

    def _resumed(self, apis: LogicApis, message: logic.ApiResult, frame: bytes) -> bytes:
        """What the program hears of a call that the host has seen and left to this process."""
        answer = apis.go_on(message.call_id)
        if answer == GOES_ON:
            return frame
        ended = msgspec.json.decode(answer, type=_Ended)
        return codec.encode(logic.ApiResult(message.call_id, ended.ok, ended.result))

    def source_place(self, script: str, line: int, column: int) -> str:
        """Looks into the source maps of the project."""
        try:
            if self._sources is None:
                return ""
            answer = source_place(self._sources, script, line, column)
            for path in self._sources.take_unreadable():
                self._notice(f"The source map of {path} cannot be read: places are those of the script itself.")
            return answer
        except Exception:
            # The edge to Python, as for wx.*.
            traceback.print_exc(file=sys.stderr)
            return ""

    def _notice(self, text: str) -> None:
        self.send(logic.Log("warn", Raw(msgspec.json.encode([{"t": "string", "v": text}])), source="handset"))

    def ask_view(self, call: str, request_id: int) -> str:
        """Asks the view something that the program cannot go on without. A view that has died never answers."""
        self.post(call)

        def is_answer(message: logic.ForProcess) -> bool:
            return isinstance(message, logic.ViewReply) and message.request_id == request_id

        reply: Any = self._wait_for(is_answer, VIEW_DEADLINE_S)
        if reply is None:
            return _json({"error": f"the view did not answer within {VIEW_DEADLINE_S:g} s", "result": None})
        return _json({"error": reply.error, "result": reply.result})

    def _wait_for_answer(self, call_id: int) -> str:
        """Blocks until the host has answered."""

        def is_answer(message: logic.ForProcess) -> bool:
            return isinstance(message, logic.ApiResult) and message.call_id == call_id

        result: Any = self._wait_for(is_answer, None)
        if result.goes_on and self._apis is not None:
            return self._apis.go_on(call_id)
        if self._apis is not None:
            self._apis.answered(call_id)
        return _json({"ok": result.ok, "result": result.result})

    def _wait_for(self, is_answer: Callable[[logic.ForProcess], bool], deadline_s: float | None) -> Any:
        """The awaited message, or None after the deadline. The host may say Shutdown instead."""

        def ends_waiting(message: logic.ForProcess) -> bool:
            return is_answer(message) or isinstance(message, logic.Shutdown)

        arrival = self._inbox.answer(ends_waiting, deadline_s)
        if arrival is not None and isinstance(arrival.message, logic.Shutdown):
            os._exit(0)
        return None if arrival is None else arrival.message


def _refusal(name: str, reason: str) -> str:
    return _json({"ok": False, "result": {"errMsg": f"{name}:fail {reason}"}})


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode("utf-8", "surrogatepass")
