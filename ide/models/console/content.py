"""What a row of the console shows: a record, with what is open in it, as lines. All wording comes from the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

import msgspec

from ide.models.console.api_calls import returned, written_arguments
from ide.models.console.bridge_words import words_of
from ide.models.console.lines import Content, Icon, Line, Span, Toggle, ToggleGroup, Tone, source_span
from ide.models.console.opened import Opened
from ide.models.console.quantities import milliseconds, size
from ide.models.console.table import table_lines
from ide.models.console.values import Value, frame_line, json_value, member_lines, value_spans
from ide.models.texts import Texts
from runtime.diagnostics import is_diagnostic_code
from runtime.protocol.stacks import StackFrame
from simulator.bridge.notices import sentence
from simulator.bridge.preview import Preview, Role, inline, inline_arguments, members
from simulator.bridge.record import Direction, DomTiming, Record, own_frames

MAX_INLINE_JSON_BYTES = 8 * 1024
MAX_CHARACTERS = 10_000
MAX_LINES = 200
"""Of the text of a row; the record has it all."""
STACK = ("stack",)
LIBRARIES = ("stack", "libraries")

_TONES: dict[str, Tone] = {"error": "error", "warn": "warn", "debug": "debug"}
_ICONS: dict[str, Icon] = {
    "host→logic": "to_logic",
    "logic→host": "from_logic",
    "host→view": "to_view",
    "view→host": "from_view",
}
_API_ROLES: dict[str, Role] = {"simulated": "simulated", "unsupported": "unsupported"}


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row is shown beside what its record says: how many times it was repeated, whether the time stands in front,
    whether the group that it opens is closed, and whether what it complains of is mended."""

    count: int = 1
    is_stamped: bool = False
    is_closed: bool = False
    is_mended: bool = False


def content_of(record: Record, state: RowState, opened: Opened, texts: Texts) -> Content:
    """The lines of one row."""
    lines: Iterator[Line]
    tone, icon = _TONES.get(record.level, "plain"), ""
    if record.code == "launch":
        tone, lines = "divider", iter([Line((Span(texts("console.launch", time=clock_time(record.time_ms)), "dim"),))])
    elif record.kind == "bridge":
        tone, icon, lines = "plain", _ICONS.get(record.direction or "", ""), _bridge(record, opened, texts)
    elif record.kind == "api":
        tone, icon, lines = "error" if record.outcome == "fail" else "plain", "api", _api(record, opened, texts)
    elif record.kind == "input":
        icon, lines = "input", _input(record)
    elif state.is_mended:
        tone, icon, lines = "plain", "notice", _mended(record, texts)
    else:
        icon = "result" if record.kind == "result" else _log_icon(record)
        lines = _in_groups(_log(record, state, opened, texts), len(record.groups))
    stamp = clock_time(record.time_ms) if state.is_stamped and tone != "divider" else ""
    return Content(tuple(lines), tone, icon, state.count, stamp)  # type: ignore[arg-type]


def clock_time(time_ms: float) -> str:
    """Local time of day with milliseconds."""
    return datetime.fromtimestamp(time_ms / 1000).strftime("%H:%M:%S.%f")[:-3]


def _log_icon(record: Record) -> Icon:
    if record.level in ("error", "warn"):
        return "error" if record.level == "error" else "warn"
    return "notice" if record.kind == "notice" else ""


def _input(record: Record) -> Iterator[Line]:
    for text in record.payload.decode("utf-8", "replace").split("\n"):
        yield Line((Span(text),))


def _in_groups(lines: Iterator[Line], depth: int) -> Iterator[Line]:
    """The lines as they stand in so many groups."""
    for line in lines:
        yield replace(line, indent=line.indent + depth) if depth else line


def _mended(record: Record, texts: Texts) -> Iterator[Line]:
    """What a build found, and found no more later."""
    place = source_span(record.stack[0], short=True) if record.stack else None
    first = "".join(span.text for span in _sentence(record, texts)).split("\n")[0]
    spans = (Span("✓ " + texts("console.mended") + "  ", "ok"), Span(first[:MAX_CHARACTERS], "dim"))
    yield Line(spans, 0, (place,) if place else ())


def _log(record: Record, state: RowState, opened: Opened, texts: Texts) -> Iterator[Line]:
    own = own_frames(record.stack)
    place = source_span(own[0], short=True) if own else None
    right = (place,) if place else ()
    head: list[Span] = []
    # What a build found has a place and no calls that led there: the place at the right says it all.
    is_finding = record.kind == "error" and is_diagnostic_code(record.code)
    traced = len(record.stack) > 1 or (record.kind == "error" and bool(record.stack) and not is_finding)
    traced = (traced and record.level in ("error", "warn")) or record.form == "trace"
    values = [] if record.payload_cut or not record.payload else msgspec.json.decode(record.payload)
    is_failure = record.kind == "error" or (record.level == "error" and any(one["t"] == "error" for one in values))
    is_open = opened.is_open(STACK, at_first=is_failure or record.form == "trace")
    if record.opens:
        head.append(Span("▸ " if state.is_closed else "▾ ", "dim", ToggleGroup(record.opens)))
    if traced:
        head.append(Span("▾ " if is_open else "▸ ", "dim", Toggle(STACK)))
    if record.form == "clear":
        yield Line((Span(texts("console.cleared"), "dim"),), 0, right)
    elif record.form == "table" and values:
        yield from _table(values, right, opened, texts)
    elif record.kind == "result" and values:
        value = Value(values[0])
        yield from _split(list(value_spans(value, ("0",), opened, nested=True)), right)
        if opened.is_open(("0",)):
            yield from member_lines(value, ("0",), opened, 1, texts)
    elif record.kind in ("log", "notice") and values:
        yield from _with_values(head, [Value(preview) for preview in values], right, opened, texts)
    else:
        yield from _split(head + _sentence(record, texts), right)
    if traced and is_open:
        yield from _stack(record.stack, opened, texts)


def _table(values: list[Preview], right: tuple[Span, ...], opened: Opened, texts: Texts) -> Iterator[Line]:
    """The table, and below it the value itself, to be opened."""
    wanted = [str(one.get("v")) for _, one in members(values[1])] if len(values) > 1 else None
    yield Line((), 0, right)
    yield from table_lines(values[0], wanted, texts("console.table_index"), texts("console.table_value"))
    value = Value(values[0])
    yield Line(tuple(value_spans(value, ("0",), opened, nested=False)), 1)
    if value.can_open and opened.is_open(("0",)):
        yield from member_lines(value, ("0",), opened, 2, texts)


def _stack(stack: Sequence[StackFrame], opened: Opened, texts: Texts) -> Iterator[Line]:
    """The frames of a trace; those of libraries between the user's own are one line until it is opened."""
    is_open = opened.is_open(LIBRARIES) or all(frame.library for frame in stack)
    for is_library, frames in groupby(stack, lambda frame: frame.library):
        group = list(frames)
        if is_library and not is_open:
            said = texts("console.library_frames", count=str(len(group)))
            yield Line((Span(f"▸ {said}", "dim", Toggle(LIBRARIES)),), 2)
            continue
        for frame in group:
            yield frame_line(frame, 2)


def _sentence(record: Record, texts: Texts) -> list[Span]:
    if record.code and (said := sentence(record.code, record.detail, texts.language)) is not None:
        return [Span(said)]
    if record.code and f"console.notice.{record.code}" in texts.words:
        return [Span(texts(f"console.notice.{record.code}", **record.detail))]
    if record.kind != "error":
        return [Span(record.title)]
    text = record.title
    if record.origin == "handset":
        text = texts("console.error_handset", message=text)
    elif record.direction == Direction.LOGIC_TO_HOST:
        text = texts("console.error_uncaught", message=text)
    spans = [Span(text)]
    if where := record.detail.get("where"):
        spans.append(Span("  " + texts("console.error_where", where=where), "dim"))
    return spans


def _with_values(
    head: list[Span], values: list[Value], right: tuple[Span, ...], opened: Opened, texts: Texts
) -> Iterator[Line]:
    spans = list(head)
    for index, pieces in inline_arguments([value.preview for value in values]):
        if index >= 0 and values[index].can_open:
            spans += value_spans(values[index], (str(index),), opened, nested=False)
        else:
            spans += [Span(piece.text, piece.role, css=piece.css) for piece in pieces]
    yield from _split(spans, right)
    for index, value in enumerate(values):
        if value.can_open and opened.is_open((str(index),)):
            yield from member_lines(value, (str(index),), opened, 1, texts)


def _split(spans: list[Span], right: tuple[Span, ...]) -> Iterator[Line]:
    """One line for each line of text; `right` goes to the first. What is too long is cut: laying it out costs."""
    line: list[Span] = []
    for span in _shortened(spans):
        first, *others = span.text.split("\n")
        line.append(replace(span, text=first))
        for text in others:
            yield Line(tuple(line), 0, right)
            line, right = [replace(span, text=text)], ()
    yield Line(tuple(line), 0, right)


def _shortened(spans: list[Span]) -> Iterator[Span]:
    characters, breaks = MAX_CHARACTERS, MAX_LINES
    for span in spans:
        text = span.text[:characters]
        parts = text.split("\n", breaks)
        if len(parts) > breaks:
            text = "\n".join(parts[:breaks])
        yield replace(span, text=text)
        if len(text) < len(span.text):
            yield Span(" …", "dim")
            return
        characters -= len(text)
        breaks -= len(parts) - 1


def _bridge(record: Record, opened: Opened, texts: Texts) -> Iterator[Line]:
    root = ("payload",)
    toggle = Toggle(root)
    tag, rest = words_of(record, texts)
    spans = [Span("▾ " if opened.is_open(root) else "▸ ", "dim", toggle)]
    if record.direction:
        spans.append(Span(texts(f"console.direction.{record.direction.name.lower()}") + "  ", "dim", toggle))
    spans += [Span(tag, "name", toggle), Span(" " + rest, "plain", toggle)]
    if record.page and record.code != "set-data":
        spans.append(Span("  " + record.page, "dim", toggle))
    own = own_frames(record.stack)
    place = source_span(own[0], short=True) if own else None
    right = [*([place] if place else []), Span(size(record.size_bytes), "dim")]
    if record.outcome == "fail":
        spans.append(Span("  " + texts("console.failed"), "fail", toggle))
    if record.timing:
        spans.append(Span("  " + timing_text(record.timing, texts), "info", toggle))
    if record.duration_ms is not None and record.is_final:
        right.append(Span(milliseconds(record.duration_ms), "number"))
    yield Line(tuple(spans), 0, tuple(right))
    if opened.is_open(root):
        yield from _payload("payload", record.payload, opened, texts, is_cut=record.payload_cut)


def timing_text(timing: DomTiming, texts: Texts) -> str:
    """Where the time of a DOM batch went, for example `logic 3.5 · wire 6.0 · view 5.0 · paint 9.0 ms`."""
    return " · ".join(f"{texts(f'console.timing.{name}')} {value:.1f}" for name, value in timing.parts()) + " ms"


def _api(record: Record, opened: Opened, texts: Texts) -> Iterator[Line]:
    root = ("api",)
    toggle = Toggle(root)
    is_sync = record.detail.get("sync") == "1"
    written = written_arguments(record) if is_sync else [record.payload]
    spans = [Span("▾ " if opened.is_open(root) else "▸ ", "dim", toggle)]
    if "." not in record.title:
        spans.append(Span("wx.", "dim", toggle))
    spans += [Span(record.title, "method", toggle), Span("(", "dim", toggle)]
    for number, argument in enumerate(written):
        spans += [Span(", ", "dim", toggle)] if number else []
        spans += _inline_json(argument, toggle, texts)
    spans.append(Span(")", "dim", toggle))
    shown = returned(record) if is_sync else record.result
    if record.outcome == "pending":
        spans.append(Span("  " + texts("console.pending"), "dim", toggle))
    elif shown:
        spans.append(Span(" → ", "fail" if record.outcome == "fail" else "ok", toggle))
        spans += _inline_json(shown, toggle, texts)
    own = own_frames(record.stack)
    place = source_span(own[0], short=True) if own else None
    right = [place] if place else []
    if record.api_state in _API_ROLES:
        right.append(Span(texts(f"console.state.{record.api_state}"), _API_ROLES[record.api_state]))
    if record.ended_by not in ("", "handler"):
        by = texts(f"console.ended_by.{record.ended_by}")
        right.append(Span(f"{by} {record.rule}" if record.rule else by, "simulated"))
    if record.duration_ms is not None:
        right.append(Span(milliseconds(record.duration_ms), "number"))
    yield Line(tuple(spans), 0, tuple(right))
    if opened.is_open(root):
        yield from _payload("arguments", record.payload, opened, texts, is_cut=record.payload_cut)
        if record.result:
            yield from _payload("result", record.result, opened, texts, is_cut=record.payload_cut)


def _json(data: bytes) -> object:
    """A value that crossed the border as it is; what cannot be taken apart shows as its text."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.MsgspecError, RecursionError):
        return data[:MAX_INLINE_JSON_BYTES].decode("utf-8", "replace")


def _inline_json(data: bytes, toggle: Toggle, texts: Texts) -> list[Span]:
    if not data or data == b"null":
        return []
    if len(data) > MAX_INLINE_JSON_BYTES:
        return [Span(texts("console.large", size=size(len(data))), "dim", toggle)]
    preview = json_value(_json(data)).preview
    return [Span(piece.text, piece.role, toggle) for piece in inline(preview, nested=True)]


def _payload(name: str, data: bytes, opened: Opened, texts: Texts, *, is_cut: bool) -> Iterator[Line]:
    """The members of a payload, below a heading unless it is the only one."""
    if is_cut:
        yield Line((Span(texts("console.payload_dropped" if not data else "console.payload_cut"), "dim"),), 1)
        if data:
            yield Line((Span(data[:1000].decode("utf-8", "replace") + "…"),), 1)
        return
    value = json_value(_json(data or b"null"))
    if name == "payload":
        yield from member_lines(value, (name,), opened, 1, texts)
        return
    yield Line(
        (Span(texts(f"console.{name}"), "key"), Span(": "), *value_spans(value, (name,), opened, nested=True)), 1
    )
    if value.can_open and opened.is_open((name,)):
        yield from member_lines(value, (name,), opened, 2, texts)
