"""A recording in the trace event format, which Chrome's Performance panel and Perfetto read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ide.models.performance.slices import LANES, Recording, Slice

_PARTS_TRACK = len(LANES) + 1


def trace_text(recording: Recording) -> str:
    """The whole file; times are microseconds since the recording's first slice."""
    return json.dumps({"traceEvents": list(_events(recording)), "displayTimeUnit": "ms"}, ensure_ascii=False)


def _events(recording: Recording) -> Iterator[dict[str, Any]]:
    first_ms, _ = recording.span_ms
    for track, name in enumerate((*LANES, "phases of updates"), 1):
        yield {"ph": "M", "name": "thread_name", "pid": 1, "tid": track, "args": {"name": name}}
    for one in recording.slices:
        yield _event(one, one.name, one.begin_ms - first_ms, one.length_ms, LANES.index(one.lane) + 1)
        begin_ms = one.begin_ms - first_ms
        for name, length_ms in one.parts:
            yield _event(one, name, begin_ms, length_ms, _PARTS_TRACK)
            begin_ms += length_ms
    for sample in recording.memory:
        sizes = {"logic": sample.logic_mb, "view": sample.view_mb, "rest": sample.rest_mb}
        yield {"ph": "C", "name": "memory (MB)", "pid": 1, "ts": _micro(sample.time_ms - first_ms), "args": sizes}


def _event(one: Slice, name: str, begin_ms: float, length_ms: float, track: int) -> dict[str, Any]:
    place = f"{one.place[0]}:{one.place[1]}" if one.place else ""
    facts = {"page": one.page, "bytes": one.size_bytes, "place": place}
    event = {"name": name, "cat": one.lane, "pid": 1, "tid": track, "ts": _micro(begin_ms)}
    kind = {"ph": "X", "dur": _micro(length_ms)} if length_ms else {"ph": "i", "s": "t"}
    return {**event, **kind, "args": {key: value for key, value in facts.items() if value}}


def _micro(time_ms: float) -> int:
    return max(0, round(time_ms * 1000))
