"""What a recording holds along its time, without running any of it: how long it is, and what is worth a mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import msgspec

from runtime.protocol import codec, logic, view
from simulator.recording.form import BadRecording, Entry, Kind, ShownPage

MarkKind = Literal["start", "page", "touch", "error", "lost"]
MOST_MARKS = 5000
_TOUCHES = frozenset(("tap", "longpress", "longtap", "input", "confirm", "change", "submit"))


class Mark(NamedTuple):
    """Something that happened. `text`: which page, which event, which error."""

    at_ms: int
    kind: MarkKind
    text: str = ""


class _Event(msgspec.Struct):
    type: str = ""


class _Page(msgspec.Struct):
    page_id: int
    path: str


_events = msgspec.json.Decoder(list[_Event])


@dataclass(slots=True)
class TimeLine:
    """`marks` in the order of time."""

    duration_ms: int = 0
    marks: list[Mark] = field(default_factory=list)


def time_line(entries: Iterable[Entry]) -> TimeLine:
    """Of all entries. Raises BadRecording where one is none."""
    line = TimeLine()
    paths: dict[int, str] = {}
    for entry in entries:
        line.duration_ms = max(line.duration_ms, entry.at_ms)
        try:
            mark = _mark(entry, paths)
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            raise BadRecording("recording-no-entry", kind=entry.kind.name.lower(), why=str(error)) from error
        if mark is not None and len(line.marks) < MOST_MARKS:
            line.marks.append(mark)
    return line


def _mark(entry: Entry, paths: dict[int, str]) -> Mark | None:
    data = entry.data
    match entry.kind:
        case Kind.RUN:
            return Mark(entry.at_ms, "start")
        case Kind.LOST:
            return Mark(entry.at_ms, "lost", data.decode("utf-8", "replace"))
        case Kind.SENT if data.startswith(b'{"m":"uncaught"'):
            error = codec.decode_from_logic(data)
            return Mark(entry.at_ms, "error", error.message if isinstance(error, logic.Uncaught) else "")
        case Kind.SHOWN if data.startswith(b'{"open":'):
            page = msgspec.json.decode(msgspec.json.decode(data, type=ShownPage).open, type=_Page)
            paths[page.page_id] = page.path
        case Kind.SHOWN if data.startswith(b'{"m":"show-page"'):
            shown = codec.decode_for_view(data)
            return (
                Mark(entry.at_ms, "page", paths.get(shown.page_id, "")) if isinstance(shown, view.ShowPages) else None
            )
        case Kind.TOUCHED if data.startswith(b'{"m":"events"'):
            events = codec.decode_from_view(data)
            types = [one.type for one in _events.decode(events.events)] if isinstance(events, view.Events) else []
            touch = next((one for one in types if one in _TOUCHES), "")
            return Mark(entry.at_ms, "touch", touch) if touch else None
    return None
