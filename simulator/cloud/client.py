"""The host's side of a project's cloud: its process starts with the first question, and ends when one takes too long.

Everything happens on the GUI thread; the pipes are Qt's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from runtime.api.ports.cloud import CloudRefusal, HearCloud
from runtime.cloud.failure import NO_ANSWER
from runtime.module_path import python_child
from runtime.protocol import codec
from runtime.protocol.cloud import RUN_FUNCTIONS, Answer, Ask, Begin, Logged, Told, as_raw, decode_from_cloud

PATIENCE_MS = 30_000
FUNCTION_PATIENCE_MS = 120_000
"""A function is ended by the process itself long before."""
END_MS = 2000


@dataclass(frozen=True, slots=True)
class _Waiting:
    hear: HearCloud
    told: Callable[[Mapping[str, Any]], None] | None = None


class CloudClient(QObject):
    """The `CloudPort` of the host. `begin` says where everything lies, each time the process starts; `logged` hears
    what functions write, `untrusted` that one was asked for before the user has said that they may run."""

    def __init__(
        self,
        parent: QObject,
        begin: Callable[[], Begin],
        logged: Callable[[Logged], None],
        untrusted: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._untrusted = untrusted
        self._begin = begin
        self._logged = logged
        self._number = 0
        self._waiting: dict[int, _Waiting] = {}
        self._watching: dict[int, Callable[[Mapping[str, Any]], None]] = {}
        self._process: QProcess | None = None
        self._bytes = bytearray()

    def ask(self, name: str, args: Mapping[str, Any], openid: str | None, hear: HearCloud) -> int:
        """`CloudPort.ask`."""
        return self._send(name, args, openid, _Waiting(hear))

    def watch(
        self, args: Mapping[str, Any], openid: str, hear: HearCloud, told: Callable[[Mapping[str, Any]], None]
    ) -> int:
        """`CloudPort.watch`."""
        number = self._send("DB.Query.watch", args, openid, _Waiting(hear, told))
        self._watching[number] = told
        return number

    def unwatch(self, number: int) -> None:
        """`CloudPort.unwatch`."""
        if self._watching.pop(number, None) is not None and self._process is not None:
            self._send("RealtimeListener.close", {"task": number}, "", _Waiting(lambda _answer: None))

    def drop_all(self) -> None:
        """`CloudPort.drop_all`. What has been asked is still done."""
        for number in [*self._watching]:
            self.unwatch(number)
        self._waiting.clear()

    def restart(self) -> None:
        """The next question starts the process anew, with what `begin` says then."""
        self._over("the cloud starts anew")

    def _send(self, name: str, args: Mapping[str, Any], openid: str | None, waiting: _Waiting) -> int:
        self._number += 1
        number, process = self._number, self._running()
        self._waiting[number] = waiting
        self._write(process, Ask(number, name, as_raw(args), openid))
        patience_ms = FUNCTION_PATIENCE_MS if name in RUN_FUNCTIONS else PATIENCE_MS
        QTimer.singleShot(patience_ms, process, lambda: self._expire(number))
        return number

    def _running(self) -> QProcess:
        if self._process is not None:
            return self._process
        process = self._process = QProcess(self)
        child = python_child("simulator.cloud")
        environment = QProcessEnvironment()
        for name, value in child.environment.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.setWorkingDirectory(child.folder)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(lambda *_: self._ended(process))
        process.errorOccurred.connect(lambda *_: self._ended(process))
        self.destroyed.connect(lambda *_: _kill(process))
        process.start(child.command[0], child.command[1:])
        self._write(process, self._begin())
        return process

    def _write(self, process: QProcess, message: msgspec.Struct) -> None:
        data = codec.encode(message)
        process.write(codec.FRAME_HEADER.pack(len(data)) + data)

    def _read(self) -> None:
        if self._process is None:
            return
        self._bytes += self._process.readAllStandardOutput().data()
        header = codec.FRAME_HEADER
        while len(self._bytes) >= header.size:
            (length,) = header.unpack_from(self._bytes)
            end = header.size + length
            if len(self._bytes) < end:
                return
            data = bytes(self._bytes[header.size : end])
            del self._bytes[:end]
            self._take(decode_from_cloud(data))

    def _take(self, message: Answer | Told | Logged) -> None:
        match message:
            case Answer():
                waiting = self._waiting.pop(message.id, None)
                if waiting is not None:
                    waiting.hear(_heard(message))
                if message.needs_trust:
                    self._untrusted()
            case Told():
                told = self._watching.get(message.id)
                if told is not None:
                    told(msgspec.json.decode(message.snapshot))
            case Logged():
                self._logged(message)

    def _expire(self, number: int) -> None:
        if number in self._waiting:
            self._over("the cloud did not answer in time")

    def _ended(self, process: QProcess) -> None:
        if self._process is process:
            self._over("the cloud has ended")

    def _over(self, reason: str) -> None:
        process, self._process = self._process, None
        waiting, self._waiting = self._waiting, {}
        self._watching.clear()
        self._bytes.clear()
        if process is not None:
            _kill(process)
            process.deleteLater()
        for one in waiting.values():
            one.hear(CloudRefusal(NO_ANSWER, reason))


def _heard(answer: Answer) -> Mapping[str, Any] | CloudRefusal:
    if answer.code:
        return CloudRefusal(answer.code, answer.reason, answer.is_environment)
    result: Mapping[str, Any] = msgspec.json.decode(answer.result)
    return result


def _kill(process: QProcess) -> None:
    with suppress(RuntimeError):
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(END_MS)
