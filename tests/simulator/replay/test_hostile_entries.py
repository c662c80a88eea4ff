"""Entries that say anything: an index, a replay and what is made of calls refuse them in words, whatever they say."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.platform.wechat import WECHAT
from runtime.protocol import codec
from simulator.bridge.recorder import Recorder
from simulator.recording.form import BadRecording, Entry, FileHead, Kind
from simulator.replay.batches import operations, without_overwritten
from simulator.replay.kept_files import KeptFiles
from simulator.replay.replay import SessionReplay
from simulator.replay.replayed_calls import ReplayedCalls
from simulator.replay.replayed_storage import ReplayedStorage
from simulator.replay.screen_index import Place, ScreenIndex
from simulator.replay.time_line import time_line
from tests.support.taped_program import RunsHere, SeenScreen

REFUSED = (msgspec.MsgspecError, codec.FrameError, UnicodeError, RecursionError, BadRecording)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False, allow_infinity=False),
              st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=6,
)  # fmt: skip
SHAPES: list[dict[str, Any]] = [
    {"m": "dom", "page_id": 1, "batch_id": 1, "ops": [["U", 1, [0, 1]]]},
    {"m": "view-call", "page_id": 1, "request_id": 1, "call": {"name": "canvas", "jobs": [["image", 1, "x"]]}},
    {"m": "api-call", "call_id": 1, "name": "request", "args": {"url": "http://a", "header": {}, "data": {}}},
    {"m": "api-trace", "call_id": 1, "name": "setStorage", "args": {"key": "a", "data": 1}, "result": {}, "ok": True,
     "began_ms": 1, "duration_ms": 1, "state": "works", "ended_by": "handler"},
    {"m": "turn-began", "handed": [[{"m": "route", "open_type": "a", "steps": [], "stack": [1]}]]},
    {"m": "turn-began", "handed": [[{"m": "api-result", "call_id": 1, "ok": True, "result": {"statusCode": 1}}]]},
    {"m": "turn-began", "handed": [[{"m": "api-event", "name": "onMessage", "target": "1", "detail": {"data": 1}}]]},
    {"open": {"m": "open-page", "page_id": 1, "path": "a", "window": {}, "styles": []}, "styles": [1]},
    {"page": 1, "batch": 1}, {"call": 1}, {"m": "show-page", "page_id": 1, "animation": "none", "closed": [1]},
    {"m": "events", "page_id": 1, "events": [{"type": "input", "id": 1, "node": 1, "detail": {"value": "a"}}]},
    {"host": "web", "path": "http://a/b", "digest": "", "left_out": 3, "width": 1}, {"program": "a"},
]  # fmt: skip


def changed(shape: dict[str, Any], draw: Any) -> dict[str, Any]:
    """The same with something else somewhere in it."""
    copy = json.loads(json.dumps(shape))
    inside: Any = copy
    while isinstance(inside, dict | list) and inside:
        keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        key = draw(st.sampled_from(keys))
        if draw(st.booleans()) or not isinstance(inside[key], dict | list):
            inside[key] = draw(VALUES)
            break
        inside = inside[key]
    return copy  # type: ignore[no-any-return]


@st.composite
def entries(draw: Any) -> list[Entry]:
    found = [Entry(Kind.RUN, 0, b"")]
    for _ in range(draw(st.integers(1, 6))):
        data = json.dumps(changed(draw(st.sampled_from(SHAPES)), draw), separators=(",", ":")).encode()
        found.append(Entry(draw(st.sampled_from(list(Kind))), draw(st.integers(0, 2**32)), data))
    return found


@given(entries())
@settings(max_examples=300, deadline=None)
def test_an_index_and_a_time_line_take_it_or_refuse_it(found: list[Entry]) -> None:
    index, files = ScreenIndex(), KeptFiles()
    with suppress(*REFUSED):
        for number, entry in enumerate(found):
            index.note(Place(0, number), entry)
            if entry.kind is Kind.FILE:
                files.content(files.note(entry.data))
    for end in range(len(found) + 1):
        list(index.plan(end))
        index.pages_at(end)
        index.files_until(end)
    with suppress(BadRecording):
        time_line(found)


@given(entries())
@settings(max_examples=60, deadline=None)
def test_a_replay_takes_it_or_refuses_it(found: list[Entry]) -> None:
    with suppress(BadRecording):
        SessionReplay(RunsHere(), SeenScreen()).play(found)


@given(entries())
@settings(max_examples=300, deadline=None)
def test_calls_batches_and_storage_take_it_or_refuse_it(found: list[Entry]) -> None:
    calls, storage = ReplayedCalls(Recorder(), WECHAT, lambda: 1.0), ReplayedStorage()
    for entry in found[1:]:
        with suppress(*REFUSED):
            if entry.data.startswith(b'{"m":"api-call"'):
                calls.called(entry.data)
        with suppress(*REFUSED):
            calls.handed(entry.data)
        with suppress(*REFUSED):
            if entry.data.startswith(b'{"m":"api-trace"'):
                storage.traced(entry.data)
        with suppress(*REFUSED):
            storage.kept(entry.data)
        with suppress(*REFUSED):
            calls.file(msgspec.json.decode(entry.data, type=FileHead), None)
        with suppress(*REFUSED):
            without_overwritten([operations(msgspec.json.encode(json.loads(entry.data).get("ops", [])))])


def test_more_than_is_kept_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("simulator.replay.kept_files.MAX_KEPT_BYTES", 100)
    sheets = [Entry(Kind.STYLE, 0, b"x" * 60) for _ in range(2)]
    with pytest.raises(BadRecording, match="recording-too-large"):
        SessionReplay(RunsHere(), SeenScreen()).play(sheets)
    files = KeptFiles()
    heads = [msgspec.json.encode(FileHead("web", "a", digest=name)) + b"\n" + b"x" * 60 for name in "ab"]
    with pytest.raises(BadRecording, match="recording-too-large"):
        list(map(files.note, heads))
