"""The recorder: every message between host, logic process and view passes here and becomes a record of the timeline.

The host calls `Recorder.record` for each message, both ways, and `Recorder.call` for each call of wx.* that it traces,
on its own thread; subscribers (the console panel, the NDJSON writer, tests) get the records that it led to, at once.
Joins what belongs together: a call and its result, a DOM batch and its painting. Keeps no history: what is kept, and
for how long, is for the subscribers.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec.structs import replace

from runtime.api.interceptors.trace import TracedCall
from runtime.protocol import codec, logic, view
from runtime.protocol.previews import previews_of
from runtime.protocol.program_questions import AskMemory, Describe, FindNodes
from runtime.protocol.set_data import SetDataCall
from runtime.protocol.stacks import StackFrame
from runtime.protocol.value_questions import CallFunction, ListMembers, Names, Release
from runtime.world.world import Happening
from simulator.bridge.joins import Joins, answered_by, asks
from simulator.bridge.latest_pages import LatestPages
from simulator.bridge.preview import plain_text
from simulator.bridge.record import Direction, DomTiming, Level, Origin, Outcome, Record
from simulator.bridge.titles import title_of, world_title

Message = msgspec.Struct
Subscriber = Callable[[Sequence[Record]], None]

PAYLOAD_CAP_BYTES = 1024 * 1024
PAYLOAD_PREFIX_BYTES = 16 * 1024
GROUPS_OF_A_RUN = 2**32

_ROUTINE = (
    logic.Ping | logic.Pong | logic.Painted | logic.ViewEvents | logic.ViewReply | logic.ApiResult | logic.Ready
    | logic.Evaluated | logic.Inspected | logic.Evaluate | logic.Inspect | Names
    | CallFunction | ListMembers | Release | AskMemory | Describe | FindNodes | view.Dom | view.CallView
    | view.Rendered | view.Reply | view.FilesLoaded | view.LongFrame | view.UserDid | logic.Patched
    | logic.RouteDone
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """The two clocks of the recorder: `wall` gives Unix seconds, `steady` seconds that only grow."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = time.perf_counter


class Recorder:
    """Turns messages into records and hands them on. One host has one recorder; all calls come from one thread.

    `payload_cap_bytes` is the size from which only a prefix of a payload is kept.
    """

    def __init__(self, clock: Clock | None = None, payload_cap_bytes: int = PAYLOAD_CAP_BYTES) -> None:
        self._clock = clock or Clock()
        self._payload_cap_bytes = payload_cap_bytes
        self._subscribers: list[Subscriber] = []
        self._sequence = 0
        self._pages: LatestPages[str] = LatestPages()
        self._joins = Joins()
        self._runs = 0

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Hands all records from now on to `subscriber`; returns the function that ends it."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def record(self, direction: Direction, message: Message, encoded: bytes | None = None) -> None:
        """Records one message. `encoded` is its JSON, if the caller has it anyway."""
        if not self._subscribers:
            self._learn_pages(message)
            return
        data = codec.encode(message) if encoded is None else encoded
        records: list[Record] = []
        if isinstance(message, logic.Launch):
            records.append(self._run_begins())
        self._learn_pages(message)
        completed = self._completed_by(message)
        # The trace tells of calls: of one that the host carries out, or has seen, it has told already.
        if not (isinstance(message, logic.ApiCall) or (isinstance(message, logic.ApiTrace) and completed)):
            records.append(self._record_of(direction, message, data))
        records.extend(completed)
        self._deliver(records)

    def run_begins(self) -> None:
        """The program starts (again); for those who have no `Launch` to record."""
        if self._subscribers:
            self._deliver([self._run_begins()])

    def _run_begins(self) -> Record:
        self._joins = Joins()
        self._runs += 1
        return self._new(direction=None, kind="notice", title="launch", code="launch")

    def call(self, traced: TracedCall) -> None:
        """Records that a call of wx.* has come to the host, or has ended there."""
        if not self._subscribers:
            return
        request, end = traced.request, traced.end
        key = ("api", request.call_id)
        if end is not None:
            if waiting := self._joins.take(key):
                began = replace(waiting[0], rule=end.rule)
                self._deliver([self._ended(began, end.ok, end.result, end.ended_by, end.duration_ms)])
            return
        args = request.args_json or msgspec.json.encode(request.args)
        record = self._new(
            direction=Direction.LOGIC_TO_HOST if request.call_id > 0 else None, kind="api", title=request.name,
            size_bytes=len(args), page_id=request.page_id, outcome="pending", api_state=traced.state,
            detail={"sync": "1"} if request.sync else {}, stack=tuple(request.stack), **self._kept("payload", args),
        )  # fmt: skip
        self._joins.expect(key, record, self._clock.steady())
        self._deliver([record])

    def _ended(self, record: Record, ok: bool, result: bytes, ended_by: str, duration_ms: float) -> Record:
        outcome: Outcome = "ok" if ok else "fail"
        return replace(
            record, outcome=outcome, ended_by=ended_by, duration_ms=duration_ms, **self._kept("result", result)
        )

    def world(self, happening: Happening) -> None:
        """Records that world values have changed, or that a world event took place."""
        if not self._subscribers:
            return
        data = msgspec.json.encode(happening)
        title = world_title(happening)
        self._deliver(
            [self._new(kind="bridge", title=title, size_bytes=len(data), code="world", **self._kept("payload", data))]
        )

    def notice(
        self,
        title: str,
        level: Level = "info",
        *,
        code: str = "",
        detail: Mapping[str, str] | None = None,
        origin: Origin = "handset",
        stack: Sequence[StackFrame] = (),
    ) -> None:
        """Records a sentence of the host itself. `code` with `detail` names it for readers that translate."""
        record = self._new(
            kind="error" if level == "error" else "notice", title=title, level=level, code=code,
            detail=dict(detail or {}), origin=origin, stack=tuple(stack),
        )  # fmt: skip
        self._deliver([record])

    def _record_of(self, direction: Direction, message: Message, data: bytes) -> Record:
        match message:
            case logic.Log():
                return self._log(direction, message, data)
            case logic.Uncaught():
                return self._new(
                    direction=direction, kind="error", level="error", title=message.message, origin=message.kind,
                    stack=tuple(message.stack), page_id=message.page_id, size_bytes=len(data),
                    detail={"where": message.where} if message.where else {},
                )  # fmt: skip
            case view.ViewLog():
                frames = (StackFrame("", message.file, message.line),) if message.file else ()
                return self._new(
                    direction=direction, kind="error" if message.level == "error" else "log", level=message.level,
                    title=message.message, origin=message.source, stack=frames, size_bytes=len(data),
                )  # fmt: skip
            case logic.Busy():
                return self._new(
                    direction=direction, kind="notice", level="warn", title=f"busy: {message.what}", code="busy",
                    detail={"what": message.what, "ms": f"{message.since_ms:.0f}"}, origin="handset",
                )  # fmt: skip
            case logic.ApiTrace():
                began = self._new(
                    direction=direction, kind="api", title=message.name, size_bytes=len(data), api_state=message.state,
                    detail={"sync": "1"} if message.sync else {}, stack=tuple(message.stack),
                    **self._kept("payload", message.args),
                )  # fmt: skip
                began = replace(began, time_ms=message.began_ms)
                return self._ended(began, message.ok, message.result, message.ended_by, message.duration_ms)
        return self._bridge(direction, message, data)

    def _group(self, number: int) -> int:
        """The number of a group of this run, as no group of another run has it."""
        return self._runs * GROUPS_OF_A_RUN + number

    def _log(self, direction: Direction, message: logic.Log, data: bytes) -> Record:
        previews = previews_of(message.args)
        return self._new(
            direction=direction, kind="log" if message.source == "program" else "notice", level=message.level,
            title=plain_text(previews), stack=tuple(message.stack), origin=message.source, size_bytes=len(data),
            form=message.form, groups=tuple(self._group(number) for number in message.groups),
            opens=self._group(message.opens) if message.opens else 0,
            **self._kept("payload", message.args),
        )  # fmt: skip

    def _bridge(self, direction: Direction, message: Message, data: bytes) -> Record:
        key = asks(message)
        waits = key is not None
        record = self._new(
            direction=direction, kind="bridge", title=title_of(message), size_bytes=len(data),
            page_id=getattr(message, "page_id", 0), outcome="pending" if waits else "none",
            routine=isinstance(message, _ROUTINE), duration_ms=getattr(message, "logic_ms", None),
            code="set-data" if isinstance(message, SetDataCall) else "",
            stack=tuple(message.stack) if isinstance(message, SetDataCall) else (),
            **self._kept("payload", data),
        )  # fmt: skip
        if key is not None:
            self._joins.expect(key, record, self._clock.steady())
        return record

    def _completed_by(self, message: Message) -> list[Record]:
        """The later states of earlier records that this message brings."""
        key = answered_by(message)
        waiting = self._joins.take(key) if key is not None else None
        if waiting is None:
            return []
        record, since = waiting
        elapsed_ms = (self._clock.steady() - since) * 1000
        match message:
            case view.Rendered():
                logic_ms = record.duration_ms or 0.0
                timing = _timing(logic_ms, elapsed_ms, message)
                return [replace(record, outcome="ok", duration_ms=logic_ms + elapsed_ms, timing=timing)]
            case logic.ApiResult(call_id=number):
                self._joins.expect(("api-goes-on", number), record, since)
                return []
            case logic.ApiTrace(ok=ok, result=result, ended_by=ended_by):
                return [self._ended(record, ok, result, ended_by, elapsed_ms)]
            case logic.Patched(ok=ok):
                return [replace(record, outcome="ok" if ok else "fail", duration_ms=elapsed_ms)]
        failed = bool(getattr(message, "error", ""))
        return [replace(record, outcome="fail" if failed else "ok", duration_ms=elapsed_ms)]

    def _kept(self, field: str, payload: msgspec.Raw | bytes) -> dict[str, Any]:
        data = bytes(payload)
        if len(data) <= self._payload_cap_bytes:
            return {field: data}
        return {field: data[:PAYLOAD_PREFIX_BYTES], "payload_cut": True}

    def _learn_pages(self, message: Message) -> None:
        if isinstance(message, logic.Route):
            for step in message.steps:
                if step.step == "load":
                    self._pages.learn(step.page_id, step.path)

    def _new(self, **fields: Any) -> Record:
        self._sequence += 1
        page = self._pages.get(fields.get("page_id", 0), "")
        return Record(sequence=self._sequence, time_ms=self._clock.wall() * 1000, page=page, **fields)

    def _deliver(self, records: Sequence[Record]) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(records)


def _timing(logic_ms: float, elapsed_ms: float, drawn: view.Rendered) -> DomTiming:
    """`elapsed_ms`: from the batch's coming to the host until it heard that it is on the screen."""
    wire_ms = max(0.0, elapsed_ms - drawn.view_ms - drawn.paint_ms)
    measured = drawn.wait_ms, drawn.style_ms, drawn.layout_ms
    return DomTiming(logic_ms, wire_ms, drawn.view_ms, max(0.0, drawn.paint_ms - sum(measured)), *measured)
