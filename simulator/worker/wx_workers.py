"""The worker that a program creates with wx.createWorker: a process of its own beside the logic process.

A process and not a thread, because nothing else ends an endless loop: the engine has no way to be interrupted while
it may call Python. It runs `Worker` with the base library of `runtime/js/logic/wx_worker` and gets the same messages:
Launch (with `settings.worker`), then ApiEvent `onMessage`. What it sends back are Log, Uncaught and ApiTrace, which go
to the host as they are, and ApiEvent, which becomes a message to the program.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

import msgspec
from msgspec import Raw, Struct

from runtime.api.call import ApiFailure
from runtime.api.texts import notice_text
from runtime.module_path import python_child
from runtime.protocol import codec, logic
from runtime.protocol.launch import WorkerScript
from runtime.systems.process_groups import WITHOUT_CONSOLE

Deliver = Callable[[bytes], None]

_FOR_THE_HOST = ("log", "uncaught", "api-trace")


class _Workers(Struct):
    """app.json's `workers` in its long form."""

    path: str


class _App(Struct):
    workers: str | _Workers | None = None


class _Program(Struct):
    """What is to be known of `Launch.program`."""

    app: _App
    scripts: dict[str, Raw]


class _Sent(Struct):
    """Any message of the worker."""

    m: str
    name: str = ""
    detail: Raw = logic.NO_JSON


class WxWorkers:
    """The `WorkersPort` of a logic process. Calls come from the engine's thread.

    `to_program` takes frames as if the host had sent them, `to_host` takes what the host shall get.
    """

    def __init__(self, launch: logic.Launch, memory_limit_mb: int, to_program: Deliver, to_host: Deliver) -> None:
        self._launch = launch
        self._memory_limit_mb = memory_limit_mb
        self._to_program = to_program
        self._to_host = to_host
        self._running: _Running | None = None

    def start(self, task_id: int, script: str) -> None:
        """Starts the process; the script runs in it as soon as it is up."""
        program = msgspec.json.decode(self._launch.program, type=_Program)
        folder = _folder_of(program.app.workers)
        if not folder:
            raise ApiFailure('"workers" is not declared in app.json')
        path = script if script in program.scripts else f"{script}.js"
        if path not in program.scripts or not path.startswith(f"{folder}/"):
            raise ApiFailure(f'"{script}" is no script of the folder "{folder}"')
        if self._running is not None and not self._running.is_over:
            raise ApiFailure("exceed max concurrent worker limit")
        settings = msgspec.structs.replace(self._launch.settings, worker=WorkerScript(folder, path))
        launch = msgspec.structs.replace(self._launch, settings=settings)
        self._running = _Running(task_id, path, self._memory_limit_mb, self._to_program, self._to_host)
        self._running.send(launch)

    def post(self, task_id: int, message: Any) -> None:
        """Hands a message to the worker."""
        if self._running is not None and self._running.task_id == task_id:
            detail = msgspec.json.encode({"message": message})
            self._running.send(logic.ApiEvent("onMessage", Raw(detail)))

    def end(self, task_id: int, *, is_told: bool) -> None:
        """Kills the process."""
        if self._running is not None and self._running.task_id == task_id:
            self._running.kill(is_told=is_told)


class _Running:
    """One worker's process and the thread that reads what it says. `is_over`: it no longer counts."""

    def __init__(self, task_id: int, script: str, memory_limit_mb: int, to_program: Deliver, to_host: Deliver) -> None:
        self.task_id = task_id
        self.is_over = False
        self._script = script
        self._to_program = to_program
        self._to_host = to_host
        self._is_asked = False
        child = python_child("simulator.worker", "--part", "wx-worker", "--memory-mb", str(memory_limit_mb))
        self._process = subprocess.Popen(
            child.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=child.environment,
            cwd=child.folder,
            creationflags=WITHOUT_CONSOLE,
        )
        threading.Thread(target=self._read, name="wx-worker", daemon=True).start()

    def send(self, message: msgspec.Struct) -> None:
        """Sends to the worker, which always reads; one that has died hears nothing."""
        if self.is_over:
            return
        try:
            codec.write_frame(_pipe(self._process.stdin), codec.encode(message))
        except OSError:
            return

    def kill(self, *, is_told: bool) -> None:
        """Ends the process. What it has said so far and is not delivered yet is lost, unless the program is told."""
        self._is_asked = not is_told
        self.is_over = self._is_asked
        self._process.kill()

    def _read(self) -> None:
        stdout = _pipe(self._process.stdout)
        try:
            while not self.is_over and (data := codec.read_frame(stdout)) is not None:
                self._deliver(data)
        except (codec.FrameError, OSError):
            self._process.kill()
        code = self._process.wait()
        if not self._is_asked:
            self.is_over = True
            self._tell_of_end(code)

    def _deliver(self, data: bytes) -> None:
        try:
            message = msgspec.json.decode(data, type=_Sent)
        except (msgspec.MsgspecError, RecursionError):
            # What is no message concerns nobody; the next one is taken.
            return
        if message.m in _FOR_THE_HOST:
            self._to_host(data)
        elif message.m == "api-event" and not self.is_over:
            self._to_program(codec.encode(logic.ApiEvent(message.name, message.detail, str(self.task_id))))

    def _tell_of_end(self, code: int) -> None:
        words = notice_text("api/worker-ended", {"api": self._script, "why": f"exit code {code}"})
        text = Raw(msgspec.json.encode([{"t": "string", "v": words}]))
        self._to_host(codec.encode(logic.Log("error", text, source="handset")))
        detail = Raw(msgspec.json.encode({"errMsg": "onProcessKilled:ok"}))
        self._to_program(codec.encode(logic.ApiEvent("onProcessKilled", detail, str(self.task_id))))


def _folder_of(workers: str | _Workers | None) -> str:
    path = workers.path if isinstance(workers, _Workers) else workers or ""
    return path.strip("/")


def _pipe(pipe: Any) -> BinaryIO:
    assert pipe is not None
    stream: BinaryIO = pipe
    return stream
