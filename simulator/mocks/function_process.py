"""The process that runs the functions of mock rules, as the host sees it: started with the first call of one.

Everything happens on the GUI thread; the pipes are Qt's. What a function wants of the real API is asked of `origin`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from runtime.api.call import ApiFailure, Request
from runtime.api.ports.http_values import MAX_ANSWER_BYTES
from runtime.mocks.book import Done, LetGo, ScriptFault
from runtime.mocks.model import LONGEST_DELAY_MS
from runtime.module_path import python_child
from runtime.protocol.mocks import Ask, End, Fresh, FromFunctions, Run, Settle, ToFunctions, decode_from_functions

HANG_MS = 20_000
"""After so long without an answer to a line the process is ended: its own limits have not held."""
END_MS = 2000
MOST_WAITING = 500
_LONGEST_LINE = 2 * MAX_ANSWER_BYTES

Origin = Callable[[Request, Mapping[str, Any], Callable[[bool, Any], None]], None]
"""Carries the real call out, with these arguments; the function hears whether it succeeded and its result."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    request: Request
    done: Done


class FunctionProcess(QObject):
    """`Scripts` of the book (`runtime/mocks/book.py`)."""

    def __init__(self, origin: Origin, parent: QObject, hang_ms: int = HANG_MS) -> None:
        super().__init__(parent)
        self._origin = origin
        self._process: QProcess | None = None
        self._waiting: dict[int, _Waiting] = {}
        self._last_run = 0
        self._unanswered = 0
        self._said = b""
        self._hang = QTimer(self, singleShot=True, interval=hang_ms)
        self._hang.timeout.connect(lambda: self._lose("the function did not end"))

    def run(self, code: str, request: Request, count: int, done: Done) -> None:
        """`Scripts.run`."""
        if len(self._waiting) >= MOST_WAITING:
            return done(ScriptFault(f"{MOST_WAITING} functions have not answered yet"))
        self._last_run += 1
        self._waiting[self._last_run] = _Waiting(request, done)
        self._send(Run(self._last_run, code, dict(request.args), count))

    def start_afresh(self) -> None:
        """What functions have kept is forgotten, and so are those that have not answered."""
        self._waiting.clear()
        if self._process is not None:
            self._send(Fresh())

    def close(self) -> None:
        """Ends the process; nobody is told."""
        self._waiting.clear()
        self._end()

    @property
    def pid(self) -> int:
        """Of the running process, else 0."""
        return int(self._process.processId()) if self._process else 0

    # ------------------------------------------------------------ within

    def _send(self, message: ToFunctions) -> None:
        process = self._process = self._process or self._begin()
        self._unanswered += 1
        if not self._hang.isActive():
            self._hang.start()
        process.write(msgspec.json.encode(message) + b"\n")

    def _begin(self) -> QProcess:
        process = QProcess(self)
        child = python_child("simulator.mocks")
        environment = QProcessEnvironment()
        for name, value in child.environment.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.setWorkingDirectory(child.folder)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(lambda *_: self._over(process))
        process.errorOccurred.connect(lambda *_: self._over(process))
        # Told before its children go.
        self.destroyed.connect(lambda *_: _kill(process))
        self._said, self._unanswered = b"", 0
        process.start(child.command[0], child.command[1:])
        return process

    def _read(self) -> None:
        if self._process is None:
            return
        self._said += bytes(self._process.readAllStandardOutput().data())
        *lines, self._said = self._said.split(b"\n")
        try:
            messages = [decode_from_functions(line) for line in lines]
        except (msgspec.MsgspecError, RecursionError):
            return self._lose("the result is no JSON")
        if len(self._said) > _LONGEST_LINE:
            return self._lose("the result is too large")
        for message in messages:
            self._take(message)

    def _take(self, message: FromFunctions) -> None:
        match message:
            case Ask(run=run):
                if waiting := self._waiting.get(run):
                    self._ask(message, waiting.request)
            case End(run=run):
                if ended := self._waiting.pop(run, None):
                    ended.done(_outcome(message))
            case _:
                self._unanswered -= 1
                self._hang.stop()
                if self._unanswered > 0:
                    self._hang.start()

    def _ask(self, message: Ask, request: Request) -> None:
        process = self._process

        def settle(ok: bool, value: Any) -> None:
            # An answer for a process that has gone since finds nobody.
            if process is not None and process is self._process and message.run in self._waiting:
                self._send(Settle(message.run, message.ask, ok, value))

        if message.what == "wait":
            wait_ms = message.value if isinstance(message.value, int | float) else 0
            QTimer.singleShot(round(max(0, min(wait_ms, LONGEST_DELAY_MS))), self, lambda: settle(True, None))
        else:
            self._origin(request, message.value if isinstance(message.value, dict) else {}, settle)

    def _over(self, process: QProcess) -> None:
        if process is self._process:
            self._lose("the process of the functions has ended")

    def _lose(self, why: str) -> None:
        lost, self._waiting = self._waiting, {}
        self._end()
        for waiting in lost.values():
            waiting.done(ScriptFault(why))

    def _end(self) -> None:
        self._hang.stop()
        process, self._process = self._process, None
        if process is None:
            return
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
            process.kill()


def _outcome(message: End) -> Any:
    match message.how:
        case "result":
            return message.value
        case "origin":
            return LetGo()
        case "fail":
            told = message.value if isinstance(message.value, dict) else {}
            errno = told.get("errno")
            return ApiFailure(str(told.get("reason", "")), errno if isinstance(errno, int) else None)
        case "error":
            return ScriptFault(str(message.value))


def _kill(process: QProcess) -> None:
    with suppress(RuntimeError):
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(END_MS)
