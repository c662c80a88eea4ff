"""wx.* in the logic process: what its JavaScript reaches by `host.callApi`. Answers what it can, sends the rest on.

The worker makes one `LogicApis` per program from `Launch` (`open_logic_apis`) and calls `call` on the engine's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw

from runtime.api.call import Call, Request
from runtime.api.file_areas import FileAreas
from runtime.api.interceptors.trace import Trace, TracedCall
from runtime.api.logic_ports import LogicPorts, NoWorkers, ProgramFacts, WorkersPort
from runtime.api.pipeline import Pipeline
from runtime.api.registry import Registry
from runtime.api.sqlite_storage import SqliteStorage
from runtime.api.texts import notice_severity, notice_text
from runtime.platform.can_i_use import can_i_use
from runtime.platform.platform import Platform
from runtime.protocol.codec import MAX_DEPTH, is_deep
from runtime.protocol.launch import ProgramPlace, Settings
from runtime.protocol.logic import ApiCall, ApiTrace, Log, LogicToHost, Uncaught
from runtime.protocol.stacks import StackFrame

Send = Callable[[LogicToHost], None]

_LEVELS = {"error": "error", "warning": "warn", "info": "info"}


def launch_settings(platform: Platform, place: ProgramPlace) -> Settings:
    """`Launch.settings` as far as wx.* needs them: `apis` for the façade, `place` for `open_logic_apis`."""
    return Settings(apis=platform.api_table, place=place)


def default_account(appid: str) -> dict[str, Any]:
    """What getAccountInfoSync answers in a tool."""
    return {"miniProgram": {"appId": appid, "envVersion": "develop", "version": ""}, "plugin": {}}


class DeviceSnapshot:
    """The device as it is now (`DevicePort`). The worker replaces it on `DeviceChanged`."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def snapshot(self) -> Mapping[str, Any]:
        """The present values."""
        return self._values

    def replace(self, values: Mapping[str, Any]) -> None:
        """Another phone, orientation, theme or language."""
        self._values = values


DESK = "handset."
"""Names of what the evaluator asks of the host itself begin so; the program has no way to call them."""
GOES_ON = '{"goesOn":true}'
"""The answer to a call that goes on in JavaScript."""


class LogicApis:
    """All calls of one program in its logic process.

    Those that belong to the host and those that it wants to see are sent there. What it has seen and leaves to us
    (`ApiResult.goes_on`) is carried out by `go_on`.
    """

    def __init__(self, registry: Registry, ports: LogicPorts, send: Send) -> None:
        self._registry = registry
        self._send = send
        self._pipeline = Pipeline(registry, "logic", ports, _Report(send), trace=Trace(self._tell))
        self._intercepted: frozenset[str] = frozenset()
        self._shown: dict[int, Request] = {}

    def intercept(self, names: Iterable[str]) -> None:
        """From now on these calls are shown to the host first."""
        self._intercepted = frozenset(names)

    def call(
        self, name: str, args_json: str, call_id: int, *, page_id: int = 0, sync: bool = False, from_tap: bool = False,
        stack: str = "[]",
    ) -> str:  # fmt: skip
        """The answer as JSON `{"ok": bool, "result": {…}}`; an empty text: the host answers with `ApiResult`.

        `stack` has the frames that led to the call, as JSON, for whoever shows it.
        """
        args = args_json.encode("utf-8", "surrogatepass")
        frames = _frames(stack)
        is_too_deep = is_deep(args)
        is_for_host = self._is_for_host(name)
        if is_too_deep:
            unread = Request(name, {}, call_id, page_id, sync, from_tap, frames, b"{}")
            return self._carried_out(unread, is_too_deep=True)
        if is_for_host or name in self._intercepted:
            if not is_for_host:
                self._shown[call_id] = Request(
                    name, msgspec.json.decode(args), call_id, page_id, sync, from_tap, frames, args
                )
            self._send(ApiCall(call_id, name, Raw(args), page_id, sync, from_tap, frames))
            return ""
        return self._carried_out(
            Request(name, msgspec.json.decode(args), call_id, page_id, sync, from_tap, frames, args)
        )

    def answered(self, call_id: int) -> None:
        """The host has answered a call; if it only had been shown, nobody carries it out any more."""
        self._shown.pop(call_id, None)

    def go_on(self, call_id: int) -> str:
        """Carries out a call that the host has seen; the answer is as of `call`, or `GOES_ON` for JavaScript."""
        request = self._shown.pop(call_id, None)
        entry = self._registry.find(request.name) if request is not None else None
        if request is None or (entry is not None and entry.handler.place == "js"):
            return GOES_ON
        if entry is not None and entry.state == "unsupported" and "." in request.name:
            # The console hears of it here; its object fails in its own way.
            self._carried_out(request)
            return GOES_ON
        return self._carried_out(request)

    def _carried_out(self, request: Request, *, is_too_deep: bool = False) -> str:
        answer = _Answer()
        call = Call(request, answer)
        if is_too_deep:
            self._pipeline.refuse(call, f"parameter error: nested more than {MAX_DEPTH} levels deep")
        else:
            self._pipeline.carry_out(call)
        return msgspec.json.encode({"ok": answer.ok, "result": answer.result}).decode("utf-8")

    def _tell(self, traced: TracedCall) -> None:
        request, end = traced.request, traced.end
        if end is None:
            raise ValueError("only ends are told here")
        self._send(
            ApiTrace(
                request.call_id, request.name, Raw(request.args_json), end.result, end.ok, traced.began_ms,
                end.duration_ms, traced.state, end.ended_by, request.sync, list(request.stack),
            )
        )  # fmt: skip

    def _is_for_host(self, name: str) -> bool:
        if name.startswith(DESK):
            return True
        entry = self._registry.find(name)
        return entry is not None and entry.state != "unsupported" and entry.handler.place == "host"


def open_logic_apis(
    platform: Platform,
    place: ProgramPlace,
    device: DeviceSnapshot,
    send: Send,
    workers: WorkersPort | None = None,
) -> LogicApis:
    """The calls of a program, with its storage opened."""
    project = Path(place.project_dir or place.package_dir)
    ports = LogicPorts(
        SqliteStorage(Path(place.storage_file), _Report(send).notice),
        FileAreas.under(Path(place.files_dir), Path(place.package_dir), project),
        device,
        ProgramFacts(place.account, place.ext_config),
        platform.catalogue,
        lambda schema, version: can_i_use(platform, schema, version),
        workers or NoWorkers(),
    )
    return LogicApis(platform.registry, ports, send)


def _frames(stack: str) -> list[StackFrame]:
    # Names of functions are the program's, and may be half of a pair.
    return msgspec.json.decode(stack.encode("utf-8", "replace"), type=list[StackFrame])


class _Answer:
    """Takes the answer of a call that ends before `dispatch` returns."""

    def __init__(self) -> None:
        self.ok = False
        self.result = Raw(b"{}")

    def end(self, call: Call, *, ok: bool, result: Mapping[str, Any]) -> None:
        self.ok, self.result = ok, call.answer_json

    def event(self, name: str, detail: Any, target: str) -> None:
        raise RuntimeError(f"{name}: a call in the logic process has no events")


class _Report:
    """Says things about calls on the console, through the host."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def notice(self, code: str, arguments: Mapping[str, str]) -> None:
        text = [{"t": "string", "v": notice_text(code, arguments)}]
        level: Any = _LEVELS[notice_severity(code)]
        self._send(Log(level, Raw(msgspec.json.encode(text)), source="handset"))

    def internal_error(self, name: str, trace: str) -> None:
        words = notice_text("api/internal-error", {"api": name})
        self._send(Uncaught(f"{words}\n{trace}", [], kind="handset", where=name))
