"""Records as lines of JSON."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from msgspec import Raw

from runtime.api.call import Request
from runtime.api.interceptors.trace import CallEnd, TracedCall
from runtime.protocol import logic
from runtime.protocol.calls import EndedBy
from runtime.protocol.stacks import StackFrame
from simulator.bridge.ndjson import NdjsonWriter, line_of
from simulator.bridge.record import Direction, Record
from simulator.bridge.recorder import Recorder


def written(*messages: tuple[Direction, object]) -> list[dict[str, object]]:
    stream = io.StringIO()
    writer = NdjsonWriter(stream)
    recorder = Recorder()
    recorder.subscribe(writer)
    for direction, message in messages:
        recorder.record(direction, message)  # type: ignore[arg-type]
    writer.close()
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def written_calls(*calls: TracedCall) -> list[dict[str, object]]:
    stream = io.StringIO()
    writer = NdjsonWriter(stream)
    recorder = Recorder()
    recorder.subscribe(writer)
    for call in calls:
        recorder.call(call)
    writer.close()
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(("ended_by", "said"), [("handler", None), ("mock", "mock")])
def test_a_call_is_written_once_with_its_result(ended_by: EndedBy, said: str | None) -> None:
    call = TracedCall(Request("getStorage", {"key": "k"}, 1), "works", 5.0)
    (line,) = written_calls(call, replace(call, end=CallEnd(True, Raw(b'{"data":0}'), ended_by, 1.0)))
    assert (line["title"], line["payload"], line["result"], line["outcome"], line.get("endedBy")) == (
        "getStorage", {"key": "k"}, {"data": 0}, "ok", said,
    )  # fmt: skip


def test_a_call_without_result_is_written_at_the_end() -> None:
    lines = written_calls(TracedCall(Request("request", {}, 1), "works", 5.0))
    assert [line["outcome"] for line in lines] == ["pending"]


def test_stack_frames_are_objects() -> None:
    lines = written((Direction.LOGIC_TO_HOST, logic.Uncaught("x", [StackFrame("f", "app.js", 4, 2)])))
    assert lines[0]["stack"] == [{"function": "f", "file": "app.js", "line": 4, "column": 2}]


def test_falsy_values_are_kept_and_empty_keys_left_out() -> None:
    line = json.loads(line_of(Record(1, 5.0, "api", "x", payload=b"0", result=b"false")))
    assert (line["payload"], line["result"]) == (0, False)
    assert "page" not in line


def test_cut_payloads_stand_as_text() -> None:
    line = json.loads(line_of(Record(1, 5.0, "bridge", "x", payload=b'{"a', payload_cut=True)))
    assert line["payloadPrefix"] == '{"a'
