"""Opening a value: its members as lines of a tree, whether it is a preview or plain JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from ide.models.console.lines import Line, Span, Toggle, source_span
from ide.models.console.opened import Opened, Path
from ide.models.texts import Texts
from runtime.protocol.stacks import StackFrame
from simulator.bridge.preview import Preview, has_members, inline, members, preview_of_json

BUCKET = 100


@dataclass(frozen=True, slots=True)
class Value:
    """A preview, or a JSON value (with the preview made of it)."""

    preview: Preview
    json: object = None

    @property
    def can_open(self) -> bool:
        """Whether there is something inside."""
        return has_members(self.preview) or bool(self.preview.get("t") == "error" and self.preview.get("stack"))


def json_value(value: object) -> Value:
    """A JSON value that can be opened to its full depth."""
    return Value(preview_of_json(value), value)


def value_spans(value: Value, path: Path, opened: Opened, *, nested: bool) -> Iterator[Span]:
    """The value on one line, with a triangle in front if it can be opened."""
    toggle = _toggle(value, path, opened)
    if toggle:
        yield Span("▾ " if opened.is_open(path) else "▸ ", "dim", toggle)
    for piece in inline(value.preview, nested=nested):
        yield Span(piece.text, piece.role, toggle)


def member_lines(value: Value, path: Path, opened: Opened, indent: int, texts: Texts) -> Iterator[Line]:
    """The lines below an open value."""
    if value.preview.get("t") == "error":
        for frame in value.preview.get("stack") or []:
            yield frame_line(msgspec.convert(frame, StackFrame), indent)
        return
    fetched = opened.fetched(path)
    whole = value if fetched is None else replace(value, preview=fetched)
    if whole.json is None and not members(whole.preview) and whole.preview.get("more"):
        yield _waiting(path, opened, indent, texts)
    else:
        yield from _stretch(whole, range(_count(whole)), path, opened, indent, texts)


def _stretch(value: Value, part: range, path: Path, opened: Opened, indent: int, texts: Texts) -> Iterator[Line]:
    """Lines of some members: themselves, or shorter stretches to open if they are many."""
    if len(part) <= BUCKET:
        yield from _page(value, part, path, opened, indent, texts)
        return
    step = BUCKET
    while len(part) > step * BUCKET:
        step *= BUCKET
    for start in range(part.start, part.stop, step):
        inner = range(start, min(start + step, part.stop))
        here = (*path, f"\0{start}-{inner.stop}")
        is_here = value.json is not None or step > BUCKET or start == 0 or opened.fetched(here) is not None
        toggle = Toggle(here) if is_here else Toggle(here, int(value.preview.get("id") or 0), start)
        triangle = "▾ " if opened.is_open(here) else "▸ "
        yield Line((Span(f"{triangle}[{inner.start} … {inner.stop - 1}]", "dim", toggle),), indent)
        if opened.is_open(here):
            yield from _stretch(value, inner, here, opened, indent + 1, texts)


def _page(value: Value, part: range, path: Path, opened: Opened, indent: int, texts: Texts) -> Iterator[Line]:
    """The members of one stretch; those that the preview does not hold have been asked for."""
    if isinstance(value.json, dict | list):
        listed = _members(value)[part.start : part.stop]
    elif part.start == 0:
        listed = _members(value)
    elif (fetched := opened.fetched(path)) is not None:
        listed = _members(Value(fetched))
    else:
        yield _waiting(path, opened, indent, texts)
        return
    yield from _listed(listed, path, opened, indent, texts)


def _waiting(path: Path, opened: Opened, indent: int, texts: Texts) -> Line:
    key = "console.value_lost" if opened.is_lost(path) else "console.value_loading"
    return Line((Span(texts(key), "dim"),), indent)


def frame_line(frame: StackFrame, indent: int) -> Line:
    """One line of a stack trace, its place clickable."""
    function = Span(f"at {frame.function or '(anonymous)'} ", "dim")
    place = source_span(frame)
    return Line((function, Span("("), place, Span(")")) if place else (function,), indent)


def _toggle(value: Value, path: Path, opened: Opened) -> Toggle | None:
    if not value.can_open:
        return None
    is_partial = value.json is None and value.preview.get("more") and opened.fetched(path) is None
    return Toggle(path, int(value.preview.get("id") or 0) if is_partial else 0)


def _listed(known: list[tuple[str, Value]], path: Path, opened: Opened, indent: int, texts: Texts) -> Iterator[Line]:
    for label, value in known:
        here = (*path, label)
        toggle = _toggle(value, here, opened)
        triangle = ("▾ " if opened.is_open(here) else "▸ ") if toggle else "  "
        spans = [Span(triangle, "dim", toggle), Span(label, "key", toggle), Span(": ", "plain", toggle)]
        spans += [Span(piece.text, piece.role, toggle) for piece in inline(value.preview, nested=True)]
        yield Line(tuple(spans), indent)
        if toggle and opened.is_open(here):
            yield from member_lines(value, here, opened, indent + 1, texts)


def _members(value: Value) -> list[tuple[str, Value]]:
    if isinstance(value.json, dict):
        return [(key, json_value(item)) for key, item in value.json.items()]
    if isinstance(value.json, list):
        return [(str(index), json_value(item)) for index, item in enumerate(value.json)]
    return [(label, Value(preview)) for label, preview in members(value.preview)]


def _count(value: Value) -> int:
    if isinstance(value.json, dict | list):
        return len(value.json)
    return int(value.preview.get("n") or len(members(value.preview)))
