"""Messages go in, records of the timeline come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from msgspec import Raw

from runtime.api.call import Request
from runtime.api.interceptors.trace import CallEnd, TracedCall
from runtime.protocol import logic, view
from runtime.protocol.launch import LaunchOptions, Settings
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import Direction, DomTiming, Record
from simulator.bridge.recorder import Clock, Recorder

HOST_TO_LOGIC, LOGIC_TO_HOST = Direction.HOST_TO_LOGIC, Direction.LOGIC_TO_HOST
HOST_TO_VIEW, VIEW_TO_HOST = Direction.HOST_TO_VIEW, Direction.VIEW_TO_HOST
LAUNCH = logic.Launch(Raw(b"{}"), {}, Settings(), LaunchOptions("", {}, 1001))


class Timeline:
    """Keeps the newest state of every record, as a reader of the recorder does."""

    def __init__(self) -> None:
        self.by_sequence: dict[int, Record] = {}

    def __call__(self, records: Sequence[Record]) -> None:
        self.by_sequence.update({record.sequence: record for record in records})

    def all(self) -> list[Record]:
        return list(self.by_sequence.values())

    def last(self) -> Record:
        return self.all()[-1]


def steps(*seconds: float) -> Iterator[float]:
    yield from seconds


@pytest.fixture
def timeline() -> Timeline:
    return Timeline()


@pytest.fixture
def recorder(timeline: Timeline) -> Recorder:
    recorder = Recorder()
    recorder.subscribe(timeline)
    return recorder


def ticking(timeline: Timeline, *seconds: float) -> Recorder:
    ticks = steps(*seconds)
    recorder = Recorder(clock=Clock(wall=lambda: 1700.5, steady=lambda: next(ticks)))
    recorder.subscribe(timeline)
    return recorder


def test_log_becomes_a_record_with_its_text_and_previews(recorder: Recorder, timeline: Timeline) -> None:
    args = b'[{"t":"string","v":"sum"},{"t":"object","cls":"Object","id":4,"props":[["a",{"t":"number","v":1}]]}]'
    frame = StackFrame("onLoad", "pages/index/index.js", 3, 9)
    recorder.record(LOGIC_TO_HOST, logic.Log("warn", Raw(args), [frame]))
    record = timeline.last()
    assert (record.kind, record.level, record.title) == ("log", "warn", "sum {a: 1}")
    assert (record.payload, record.stack, record.direction) == (args, (frame,), LOGIC_TO_HOST)


def test_logs_of_handset_itself_are_notices(recorder: Recorder, timeline: Timeline) -> None:
    recorder.record(LOGIC_TO_HOST, logic.Log("warn", Raw(b'[{"t":"string","v":"x"}]'), source="handset"))
    assert (timeline.last().kind, timeline.last().origin) == ("notice", "handset")


def test_uncaught_errors_keep_stack_and_place(recorder: Recorder, timeline: Timeline) -> None:
    frame = StackFrame("f", "app.js", 1, 2)
    recorder.record(LOGIC_TO_HOST, logic.Uncaught("TypeError: x", [frame], where="App onLaunch"))
    record = timeline.last()
    assert (record.kind, record.stack, record.detail) == ("error", (frame,), {"where": "App onLaunch"})


def test_view_errors_point_to_their_file(recorder: Recorder, timeline: Timeline) -> None:
    recorder.record(VIEW_TO_HOST, view.ViewLog("error", "no such image", "program", "pages/a/a.wxml", 7))
    assert timeline.last().kind == "error"
    assert timeline.last().stack == (StackFrame("", "pages/a/a.wxml", 7),)


def call_of(name: str, call_id: int, args: bytes = b"{}", *, sync: bool = False) -> TracedCall:
    return TracedCall(Request(name, {}, call_id, sync=sync, args_json=args), "simulated", 1700_000.0)


def test_a_traced_call_is_pending_until_its_end(recorder: Recorder, timeline: Timeline) -> None:
    traced = call_of("request", 5, b'{"url":"u"}', sync=True)
    recorder.call(traced)
    record = timeline.last()
    assert (record.outcome, record.is_final, record.title, record.payload) == (
        "pending", False, "request", b'{"url":"u"}',
    )  # fmt: skip
    assert (record.api_state, record.detail, record.direction) == ("simulated", {"sync": "1"}, LOGIC_TO_HOST)
    result = Raw(b'{"errMsg":"request:fail timeout"}')
    recorder.call(replace(traced, end=CallEnd(False, result, "mock", 250.0)))
    (ended,) = timeline.all()
    assert (ended.outcome, ended.duration_ms, ended.ended_by, ended.result) == ("fail", 250.0, "mock", bytes(result))


def test_the_messages_of_a_call_are_no_second_row(recorder: Recorder, timeline: Timeline) -> None:
    recorder.call(call_of("request", 5))
    recorder.record(LOGIC_TO_HOST, logic.ApiCall(5, "request", Raw(b"{}")))
    recorder.record(HOST_TO_LOGIC, logic.ApiResult(5, True, Raw(b"{}")))
    assert [(one.title, one.routine) for one in timeline.all()] == [("request", False), ("api-result", True)]
    assert timeline.all()[0].outcome == "pending"


def test_a_call_of_the_phone_itself_came_from_nobody(recorder: Recorder, timeline: Timeline) -> None:
    recorder.call(TracedCall(Request("openSetting", {"a": 1}, -1), "works", 0.0))
    assert (timeline.last().direction, timeline.last().payload) == (None, b'{"a":1}')


def test_api_trace_is_complete_at_once(recorder: Recorder, timeline: Timeline) -> None:
    trace = logic.ApiTrace(
        9, "getStorageSync", Raw(b'"k"'), Raw(b"7"), True, 12_000.0, 0.5, "works", "arguments", sync=True
    )
    recorder.record(LOGIC_TO_HOST, trace)
    record = timeline.last()
    assert (record.kind, record.outcome, record.duration_ms, record.result) == ("api", "ok", 0.5, b"7")
    assert (record.time_ms, record.ended_by) == (12_000.0, "arguments")


def test_a_call_that_the_host_has_only_seen_is_one_record(timeline: Timeline) -> None:
    recorder = ticking(timeline, 1.0, 1.0, 1.5)
    recorder.call(call_of("getStorage", 9, b'{"key":"k"}'))
    recorder.record(HOST_TO_LOGIC, logic.ApiResult(9, True, goes_on=True))
    assert timeline.all()[0].outcome == "pending"
    result = Raw(b'{"errMsg":"getStorage:fail"}')
    trace = logic.ApiTrace(9, "getStorage", Raw(b'{"key":"k"}'), result, False, 12_000.0, 0.5, "works", "handler")
    recorder.record(LOGIC_TO_HOST, trace)
    call, shown = timeline.all()
    assert (call.outcome, call.duration_ms, call.result) == ("fail", 500.0, bytes(result))
    assert shown.routine
    recorder.record(LOGIC_TO_HOST, trace)
    assert len(timeline.all()) == 3


def test_dom_batch_gets_the_times_of_its_painting(timeline: Timeline) -> None:
    recorder = ticking(timeline, 1.0, 1.020)
    recorder.record(LOGIC_TO_HOST, logic.DomBatch(1, 8, Raw(b'[["U",1,[0,"a"]],["U",2,[0,"b"]],["G"]]'), 3.5))
    recorder.record(HOST_TO_VIEW, view.Dom(1, 8, Raw(b"[]")))
    recorder.record(VIEW_TO_HOST, view.Rendered(1, 8, view_ms=5, paint_ms=9))
    batch, forwarded, painted = timeline.all()
    assert (batch.title, batch.routine) == ("dom U×2 G×1", False)
    assert batch.timing is not None
    assert batch.timing.wire_ms == pytest.approx(6.0)
    assert batch.timing == DomTiming(3.5, batch.timing.wire_ms, 5, 9)
    assert batch.duration_ms == pytest.approx(23.5)
    assert forwarded.routine
    assert painted.routine


def test_records_name_their_page(recorder: Recorder, timeline: Timeline) -> None:
    route = logic.Route("navigateTo", [logic.RouteStep("load", 3, "pages/a/a")], [3])
    recorder.record(HOST_TO_LOGIC, route)
    recorder.record(LOGIC_TO_HOST, logic.Uncaught("x", [], page_id=3))
    assert timeline.all()[0].title == "route navigateTo pages/a/a"
    assert timeline.last().page == "pages/a/a"


def test_a_launch_draws_a_line_and_forgets_pending_calls(recorder: Recorder, timeline: Timeline) -> None:
    traced = call_of("request", 1)
    recorder.call(traced)
    recorder.record(HOST_TO_LOGIC, LAUNCH)
    recorder.call(replace(traced, end=CallEnd(True, Raw(b"{}"), "handler", 1.0)))
    call, divider, launch = timeline.all()
    assert call.outcome == "pending"
    assert (divider.kind, divider.code) == ("notice", "launch")
    assert (launch.kind, launch.title) == ("bridge", "launch")


def test_requests_to_the_view_end_with_their_reply(recorder: Recorder, timeline: Timeline) -> None:
    recorder.record(LOGIC_TO_HOST, logic.ViewCall(1, 4, Raw(b'{"name":"query"}')))
    recorder.record(HOST_TO_LOGIC, logic.ViewReply(4, error="no such page"))
    assert (timeline.all()[0].outcome, timeline.all()[0].title) == ("fail", "view-call query")


def test_events_are_named_by_their_types(recorder: Recorder, timeline: Timeline) -> None:
    events = Raw(b'[{"type":"touchstart","id":1},{"type":"tap","id":1},{"type":"tap","id":2}]')
    recorder.record(VIEW_TO_HOST, view.Events(1, events))
    assert timeline.last().title == "events touchstart, tap×2"


def test_large_payloads_keep_a_prefix(timeline: Timeline) -> None:
    recorder = Recorder(payload_cap_bytes=100)
    recorder.subscribe(timeline)
    recorder.record(HOST_TO_VIEW, view.Dom(1, 1, Raw(b"[" + b" " * 200 + b"]")))
    record = timeline.last()
    assert record.payload_cut
    assert record.size_bytes > 200
    assert record.payload.startswith(b'{"m":"dom"')


def test_a_subscriber_can_leave(recorder: Recorder) -> None:
    second = Timeline()
    leave = recorder.subscribe(second)
    leave()
    recorder.notice("hello")
    assert second.all() == []


def test_busy_is_a_notice_with_words_of_its_own(recorder: Recorder, timeline: Timeline) -> None:
    recorder.record(LOGIC_TO_HOST, logic.Busy("pages/a/a onTap", 2000.0))
    record = timeline.last()
    assert (record.kind, record.code, record.detail) == ("notice", "busy", {"what": "pages/a/a onTap", "ms": "2000"})
