"""One wx.* call on its way: what was asked, and the one answer that it gets. Knows nothing of processes or ports."""

from __future__ import annotations

import base64
import binascii
import math
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec
from msgspec import Raw

from runtime.protocol.calls import EndedBy
from runtime.protocol.stacks import StackFrame

BYTES_KEY = "$b64"
SYSTEM_ERRNO = 1300201


class ApiFailure(Exception):
    """A handler or a port refuses: `reason` is what stands after `<api>:fail `.

    `environment` marks a cause outside the program and outside Handset, for example no network. `code` is the number
    that older families tell as `errCode`.
    """

    def __init__(
        self, reason: str, errno: int | None = None, *, environment: bool = False, code: int | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.errno = errno
        self.code = code
        self.environment = environment


class CallSink(Protocol):
    """Where a call's answer and its events go."""

    def end(self, call: Call, *, ok: bool, result: Mapping[str, Any]) -> None:
        """The call has ended; `result` has `errMsg`."""

    def event(self, name: str, detail: Any, target: str) -> None:
        """An event for the listeners of a task object (`target`: its call id as text) or of `wx` (`target` empty)."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the program asked, and from where. `args` is decoded JSON; buffers are `{"$b64": text}`, see `as_bytes`.

    `args_json` is the text of `args`, where they have come as one.
    """

    name: str
    args: Mapping[str, Any] = field(default_factory=dict)
    call_id: int = 0
    page_id: int = 0
    sync: bool = False
    from_tap: bool = False
    stack: Sequence[StackFrame] = ()
    args_json: bytes = b""


class Call:
    """A request with its answer: exactly one of `succeed` and `fail` must come, a second one raises.

    All of a call's work runs in `guard`, what comes back to it later by `later`: so whatever goes wrong is its answer.
    `report_error` hears of what no handler expected. `holder` has the call now, so it is what ends it; `rule` names
    which of the user's rules, if one did.
    """

    def __init__(self, request: Request, sink: CallSink) -> None:
        self.request = request
        self.args = request.args
        self.is_ended = False
        self.failure: ApiFailure | None = None
        self.holder: EndedBy = "arguments"
        self.rule = ""
        self._sink = sink
        self._hear_end: Callable[[Call, bool], object] | None = None
        self._answer_json: Raw | None = None
        self._result: Mapping[str, Any] = {}
        self.report_error: Callable[[str], object] = _unheard

    @property
    def title(self) -> str:
        """The name as messages write it: without the object in front of a method."""
        return self.request.name.rpartition(".")[2]

    @property
    def task_id(self) -> int:
        """For a method of a task object: the call that made the task. For any other call: the call itself."""
        task = self.args.get("task")
        return int(task) if isinstance(task, int | float) and math.isfinite(task) else self.request.call_id

    @property
    def answer_json(self) -> Raw:
        """The result of a call that has ended, or is ending, as JSON; made once for all who need it."""
        if self._answer_json is None:
            self._answer_json = Raw(msgspec.json.encode(self._result))
        return self._answer_json

    def when_ended(self, hear: Callable[[Call, bool], object]) -> None:
        """Calls `hear` with the call, and success or failure, once the answer is on its way."""
        self._hear_end = hear

    def guard(self, work: Callable[[], object]) -> None:
        """Does a part of the call's work. What it raises is the call's failure, in the platform's form."""
        try:
            work()
        except Exception as error:
            # The edge to every handler: whatever goes wrong in one must not take the process along.
            failure = _expected(error)
            if failure is None or self.is_ended:
                self.report_error(traceback.format_exc())
            if not self.is_ended:
                self.fail_with(failure or ApiFailure(f"internal error {type(error).__name__}: {error}"))

    def later(self, hear: Callable[..., object]) -> Callable[..., None]:
        """The same function for a port that calls it when something has come, guarded."""
        return lambda *heard: self.guard(lambda: hear(*heard))

    def succeed(self, result: Mapping[str, Any] | None = None) -> None:
        """Answers with success."""
        self._end(ok=True, result={**(result or {}), "errMsg": f"{self.title}:ok"})

    def fail(self, reason: str, errno: int | None = None, **members: Any) -> None:
        """Answers with failure, in the platform's form."""
        number = {} if errno is None else {"errno": errno}
        message = f"{self.title}:fail {reason}" if reason else f"{self.title}:fail"
        self._end(ok=False, result={**members, **number, "errMsg": message})

    def fail_with(self, failure: ApiFailure) -> None:
        """Answers with a failure that a port reported; `failure` stays readable, for its kind."""
        self.failure = failure
        members = {} if failure.code is None else {"errCode": failure.code}
        self.fail(failure.reason, failure.errno, **members)

    def emit(self, event: str, detail: Any = None) -> None:
        """Sends an event to the listeners of the task object that this call made."""
        self._sink.event(event, detail, str(self.task_id))

    def text(self, name: str, default: str = "") -> str:
        """An argument as text, as the platform's loose conversion makes it."""
        value = self.args.get(name)
        return default if value is None else value if isinstance(value, str) else _as_text(value)

    def number(self, name: str, default: float = 0) -> float:
        """An argument as a number; what is none counts as absent."""
        value = self.args.get(name)
        if isinstance(value, str):
            try:
                value = float(value)
            except ValueError:
                return default
        return value if isinstance(value, int | float) and math.isfinite(value) else default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """An argument as a boolean."""
        value = self.args.get(name)
        return default if value is None else bool(value)

    def items(self, name: str) -> list[Any]:
        """An argument as an array; what is none counts as empty."""
        value = self.args.get(name)
        return list(value) if isinstance(value, list) else []

    def members(self, name: str) -> dict[str, Any]:
        """An argument as an object; what is none counts as empty."""
        value = self.args.get(name)
        return dict(value) if isinstance(value, dict) else {}

    def _end(self, *, ok: bool, result: Mapping[str, Any]) -> None:
        if self.is_ended:
            raise RuntimeError(f"{self.request.name} was answered twice")
        self.is_ended = True
        self._result, self._answer_json = result, None
        try:
            self._sink.end(self, ok=ok, result=result)
        except BaseException:
            self.is_ended = False
            raise
        if self._hear_end is not None:
            self._hear_end(self, ok)


def _unheard(_trace: str) -> None:
    """Before a pipeline has the call nothing of it runs."""


def _expected(error: Exception) -> ApiFailure | None:
    """The failure that an exception means; None for a mistake of ours."""
    if isinstance(error, OSError):
        # What the operating system refuses, such as room on a full disk.
        return ApiFailure(f"system error {error.strerror or error}", SYSTEM_ERRNO, environment=True)
    return error if isinstance(error, ApiFailure) else None


def as_bytes(value: Any) -> bytes | None:
    """The bytes of a buffer argument; None if the argument is no buffer."""
    if not isinstance(value, dict) or not isinstance(value.get(BYTES_KEY), str):
        return None
    try:
        return base64.b64decode(value[BYTES_KEY], validate=True)
    except binascii.Error:
        return None


def from_bytes(data: bytes) -> dict[str, str]:
    """Bytes in the form in which a buffer crosses to the program."""
    return {BYTES_KEY: base64.b64encode(data).decode("ascii")}


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
