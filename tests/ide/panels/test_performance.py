"""The performance panel's presenter: the start in phases, slices of a recording, its file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec

from ide.models.performance.asked import Memory
from ide.models.performance.heap import Heap, HeapRow
from ide.models.performance.shown_range import ShownRange
from ide.models.performance.slices import MOST_SLICES, Recording, Slice
from ide.panels.performance.presenter import PerformancePresenter, Shown
from runtime.protocol.set_data import SetDataCall
from runtime.protocol.stacks import StackFrame
from runtime.protocol.view import LongFrame
from simulator.bridge.record import Direction, DomTiming, Record
from simulator.debug.profile import Function, Profile, Ran
from tests.support.debug_target import FakeDesk

BEGUN_MS = 1e12
PLACE = (StackFrame("load", "pages/a/a.js", 7, 3),)


class View:
    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.details: tuple[Sequence[str], str] = ((), "")
        self.stirs = 0
        self.profiles: list[Profile | None] = []
        self.heaps: list[Heap] = []

    def show_performance(self, shown: Shown, recording: Recording) -> None:
        self.shown = shown

    def show_details(self, lines: Sequence[str], link: str) -> None:
        self.details = lines, link

    def show_profile(self, profile: Profile | None) -> None:
        self.profiles.append(profile)

    def show_heap(self, heap: Heap) -> None:
        self.heaps.append(heap)

    def stirred(self) -> None:
        self.stirs += 1


def opened() -> tuple[PerformancePresenter, View, FakeDesk]:
    desk, view = FakeDesk(), View()
    presenter = PerformancePresenter(desk.panel_desk)
    presenter.attach(view)
    presenter.is_seen = True
    return presenter, view, desk


def bridge(at_ms: float, title: str, direction: Direction = Direction.LOGIC_TO_HOST, **fields: object) -> Record:
    made = Record(1, BEGUN_MS + at_ms, "bridge", title, direction)
    return msgspec.structs.replace(made, **fields)


def drawn(at_ms: float) -> Record:
    timing = DomTiming(10, 5, 20, 15)
    return bridge(at_ms, "dom U×1", outcome="ok", duration_ms=50.0, timing=timing, page="pages/a/a", size_bytes=2000)


def start(at_ms: float = 100) -> list[Record]:
    launch = Record(1, BEGUN_MS + at_ms, "notice", "launch", code="launch")
    return [
        launch, bridge(at_ms + 50, "ready"), bridge(at_ms + 80, "launched"), bridge(at_ms + 400, "route-done"),
        bridge(at_ms + 410, "dom U×1", outcome="pending"), drawn(at_ms + 410),
    ]  # fmt: skip


def test_a_start_is_told_in_phases_from_the_wish_to_rest() -> None:
    presenter, view, desk = opened()
    desk.target.measures.asked = BEGUN_MS
    desk.target.records.pass_on(*start())
    desk.target.records.pass_on(bridge(900, "dom U×1"), bridge(5000, "dom U×1"), bridge(5100, "dom U×1"))
    presenter.refresh()
    assert presenter.lines() == [
        "compile: 100 ms",
        "process: 50 ms",
        "app.js: 30 ms",
        "page: 320 ms",
        "first paint: 50 ms",
        "until idle: 350 ms",
    ]
    assert view.stirs > 0
    assert view.shown is not None
    assert [hint.partition(" took")[0] for hint in view.shown.hints] == ["The first page"]


def test_a_program_that_starts_again_by_itself_compiles_nothing_and_may_have_a_process_waiting() -> None:
    presenter, _, desk = opened()
    records = [one for one in start() if one.title != "ready"]
    desk.target.records.pass_on(*records)
    desk.target.records.pass_on(*(msgspec.structs.replace(one, time_ms=one.time_ms + 9000) for one in records))
    assert presenter.lines()[:3] == ["compile: <0.1 ms", "process: <0.1 ms", "app.js: 80 ms"]


def test_a_start_that_ended_half_way_shows_what_there_was() -> None:
    presenter, _, desk = opened()
    desk.target.records.pass_on(*start()[:3])
    assert len(presenter.lines()) == 3
    presenter.close()
    assert desk.target.records.subscribers == []


def recorded() -> tuple[PerformancePresenter, View, FakeDesk]:
    presenter, view, desk = opened()
    presenter.record(is_on=True)
    call = Record(2, BEGUN_MS, "api", "request", stack=PLACE, outcome="fail", duration_ms=30.0)
    desk.target.records.pass_on(
        msgspec.structs.replace(call, outcome="pending"), call, drawn(100),
        bridge(20, "events tap", Direction.VIEW_TO_HOST),
        bridge(0, "route navigateTo pages/b/b", Direction.HOST_TO_LOGIC, duration_ms=9.0),
        Record(5, BEGUN_MS + 3000, "notice", "busy", code="busy", detail={"what": "a onTap", "ms": "1000"}),
        Record(6, BEGUN_MS + 10, "error", "TypeError", level="error", stack=PLACE),
        bridge(30, "ready", Direction.VIEW_TO_HOST),
    )  # fmt: skip
    return presenter, view, desk


def test_only_what_passes_while_recording_is_kept() -> None:
    presenter, _, desk = recorded()
    assert [(one.lane, one.name, one.length_ms) for one in presenter.recording.slices] == [
        ("calls", "wx.request", 30.0), ("updates", "pages/a/a", 50.0), ("input", "tap", 0.0),
        ("pages", "navigateTo pages/b/b", 9.0), ("tasks", "a onTap", 1000.0), ("tasks", "TypeError", 0.0),
    ]  # fmt: skip
    presenter.record(is_on=False)
    desk.target.records.pass_on(drawn(200))
    assert len(presenter.recording.slices) == 6
    assert presenter.summary.startswith("3.00 s  ·  1 routes  ·  1 events  ·  1 updates  ·  1 calls  ·  2 long tasks")
    assert presenter.summary.endswith("320 MB (logic 20, view 100)")
    presenter.clear()
    assert not presenter.recording.slices


def test_a_slice_is_told_in_detail_and_leads_to_the_source() -> None:
    presenter, view, desk = recorded()
    call, update = list(presenter.recording.slices)[:2]
    presenter.choose(update)
    assert view.details == (
        ["pages/a/a", "Updates  50 ms", "logic  10 ms", "wire  5.0 ms", "view  20 ms", "paint  15 ms", "2.0 kB"], "",
    )  # fmt: skip
    presenter.open_chosen()
    presenter.choose(call)
    assert view.details == (["wx.request", "Calls  30 ms", "failed"], "pages/a/a.js:7")
    presenter.open_chosen()
    assert desk.opened == [("pages/a/a.js", 7, 3)]


def test_an_update_leads_to_the_longest_call_of_set_data_that_it_shows() -> None:
    presenter, _, desk = opened()
    presenter.record(is_on=True)
    assert desk.target.updates.is_on
    for line, logic_ms in ((1, 0.5), (2, 8.0), (3, 1.0)):
        frames = [StackFrame("tap", "a.js", line, 7)]
        told = SetDataCall(1, 5, "pages/a/a", 1, 60, logic_ms, [], frames)
        payload = msgspec.json.encode(told)
        desk.target.records.pass_on(Record(line, BEGUN_MS, "bridge", "setData", code="set-data", payload=payload))
    batch = b'{"m":"dom","page_id":1,"batch_id":5}'
    desk.target.records.pass_on(msgspec.structs.replace(drawn(100), payload=batch))
    assert presenter.recording.slices[0].place == ("a.js", 2, 7)
    presenter.close()
    assert not desk.target.updates.is_on


def test_a_long_frame_of_the_view_is_a_long_task_with_what_it_went_on() -> None:
    presenter, view, desk = opened()
    presenter.record(is_on=True)
    frame = LongFrame(BEGUN_MS, 130, 100, 20, "IMG.onload")
    record = bridge(0, "long-frame", Direction.VIEW_TO_HOST, payload=msgspec.json.encode(frame))
    desk.target.records.pass_on(record)
    found = presenter.recording.slices[0]
    assert (found.lane, found.name, found.begin_ms, found.length_ms) == ("tasks", "view: IMG.onload", BEGUN_MS, 130)
    presenter.choose(found)
    assert view.details[0][2:] == ["functions  100 ms", "other  10 ms", "styles, layout, paint  20 ms"]


def test_a_recording_is_a_trace_for_other_tools(tmp_path: Path) -> None:
    presenter, _, _ = recorded()
    presenter.save(tmp_path / "trace.json")
    events = json.loads((tmp_path / "trace.json").read_text("utf-8"))["traceEvents"]
    update = next(one for one in events if one["name"] == "pages/a/a")
    # The update began 10 ms before its batch came to the host.
    assert (update["ph"], update["ts"], update["dur"]) == ("X", 90_000, 50_000)
    parts = [
        (one["name"], one["ts"], one["dur"])
        for one in events
        if one["tid" if "tid" in one else "pid"] == 6 and one["ph"] == "X"
    ]
    assert parts == [
        ("logic", 90_000, 10_000),
        ("wire", 100_000, 5_000),
        ("view", 105_000, 20_000),
        ("paint", 125_000, 15_000),
    ]
    request = next(one for one in events if one["name"] == "wx.request")
    assert request["args"]["place"] == "pages/a/a.js:7"
    assert next(one for one in events if one["ph"] == "C")["args"] == {"logic": 20, "view": 100, "rest": 200}


def test_a_recording_keeps_the_newest_and_says_what_is_gone() -> None:
    recording = Recording()
    recording.begin()
    call = Record(2, BEGUN_MS, "api", "request", outcome="ok", duration_ms=1.0)
    recording.receive([call] * MOST_SLICES)
    recording.receive([call] * 3)
    assert (len(recording.slices), recording.lost) == (MOST_SLICES, 3)


def test_memory_that_cannot_be_measured_is_left_out() -> None:
    presenter, view, desk = opened()
    desk.target.measures.held = None
    presenter.record(is_on=True)
    assert not presenter.recording.memory
    assert view.shown is not None
    assert view.shown.summary == "Recording…"
    presenter.record(is_on=False)
    desk.target.measures.held = Memory(1e12, 1, 2, 3)
    presenter.sample()
    assert not presenter.recording.memory


def test_zooming_keeps_the_place_and_stays_inside() -> None:
    whole = ShownRange.whole(1000, 2000)
    near = whole.zoomed(0.5, 1250)
    assert (near.begin_ms, near.length_ms) == (1125, 500)
    assert near.x(1250, 100) == whole.x(1250, 100) == 25
    assert near.moved(-5000).begin_ms == 1000
    assert near.moved(5000).begin_ms == 1500
    assert near.zoomed(1000, 1300).is_whole
    assert near.zoomed(1e-9, 1300).length_ms == 1
    assert near.grown(1000, 3000).begin_ms == 1125
    assert whole.grown(1000, 3000).length_ms == 2000
    assert ShownRange().grown(5, 5).length_ms == 1


def test_a_slice_without_a_length_has_an_end() -> None:
    assert Slice("input", "tap", 5).end_ms == 5


def test_a_profile_names_what_took_most_time_and_leads_to_the_function(tmp_path: Path) -> None:
    presenter, view, desk = opened()
    call = Ran(0, 0, 5000, 0)
    profile = Profile((Function("onTap", "pages/a/a.js", 4, 3),), (call,), lost=2)
    desk.target.measures.profile = profile
    presenter.profile_logic(is_on=True)
    assert view.shown is not None
    assert view.shown.is_profiling
    presenter.profile_logic(is_on=True)
    presenter.profile_logic(is_on=False)
    assert desk.target.measures.profiles == ["begin", "end"]
    assert view.profiles == [profile]
    assert view.details[0][1:] == ["5.0 ms  onTap  pages/a/a.js:4", "2 calls had no room"]
    presenter.choose_call(call)
    assert view.details == (["onTap", "5.0 ms", "1 calls, 5.0 ms of its own, 5.0 ms in all"], "pages/a/a.js:4")
    presenter.open_chosen()
    assert desk.opened == [("pages/a/a.js", 4, 3)]
    presenter.save_profile(tmp_path / "a.cpuprofile")
    assert "onTap" in (tmp_path / "a.cpuprofile").read_text("utf-8")


def test_a_profile_that_cannot_be_made_or_is_gone_is_told() -> None:
    presenter, view, desk = opened()
    desk.target.measures.obstacle = "not-built"
    presenter.profile_logic(is_on=True)
    assert view.shown is not None
    assert not view.shown.is_profiling
    desk.target.measures.obstacle = ""
    presenter.profile_logic(is_on=True)
    presenter.profile_logic(is_on=False)
    assert view.profiles == [None]
    assert len(desk.said) == 2


def test_closed_pages_that_are_still_held_are_named_with_what_holds_them() -> None:
    presenter, view, desk = opened()
    presenter.look_for_leaks()
    assert view.details[0] == ["No page that was closed is still held"]
    desk.target.measures.left = [("pages/b/b", "getApp().last"), ("pages/c/c", ""), ("pages/c/c", "")]
    presenter.look_for_leaks()
    assert view.details[0][:3] == [
        "3 closed pages are still held",
        "pages/c/c ×2  ←  held by a closure: a timer, a listener, a promise",
        "pages/b/b ×1  ←  getApp().last",
    ]


def test_what_is_held_is_counted_and_compared_with_the_last_time_in_this_run() -> None:
    presenter, view, desk = opened()
    desk.target.measures.rows = [HeapRow("Date", 3, None, 144, "getApp().at")]
    presenter.count_heap()
    desk.target.measures.rows = [HeapRow("Date", 2, None, 96, "getApp().at"), HeapRow("Cat", 7, None, 700, "a")]
    presenter.count_heap()
    assert view.heaps[0].rows == [HeapRow("Date", 3, None, 144, "getApp().at")]
    assert [(row.name, row.more) for row in view.heaps[1].rows] == [("Date", -1), ("Cat", 7)]
    assert view.heaps[1].seen_bytes == 796
    desk.target.records.pass_on(*start())
    presenter.count_heap()
    assert [row.more for row in view.heaps[2].rows] == [None, None]
