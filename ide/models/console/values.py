"""Opening a value: its members as lines of a tree, whether it is a preview or plain JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ide.models.console.lines import Line, Span, Toggle, source_span
from ide.models.console.opened import Opened, Path
from ide.models.texts import Texts
from runtime.protocol.logic import StackFrame
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
            yield frame_line(StackFrame(**frame), indent)
        return
    known = _members(value, opened.fetched(path))
    if known is None:
        key = "console.value_lost" if opened.is_lost(path) else "console.value_loading"
        yield Line((Span(texts(key), "dim"),), indent)
        return
    if len(known) <= BUCKET:
        yield from _listed(known, path, opened, indent, texts)
    else:
        for start in range(0, len(known), BUCKET):
            part = known[start : start + BUCKET]
            here = (*path, f"\0{start}")
            label = f"[{start} … {start + len(part) - 1}]"
            triangle = "▾ " if opened.is_open(here) else "▸ "
            yield Line((Span(triangle + label, "dim", Toggle(here)),), indent)
            if opened.is_open(here):
                yield from _listed(part, here, opened, indent + 1, texts)
    if (missing := _missing(value, opened.fetched(path), len(known))) > 0:
        yield Line((Span(texts("console.value_more", count=missing), "dim"),), indent)


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


def _members(value: Value, fetched: Preview | None) -> list[tuple[str, Value]] | None:
    if isinstance(value.json, dict):
        return [(key, json_value(item)) for key, item in value.json.items()]
    if isinstance(value.json, list):
        return [(str(index), json_value(item)) for index, item in enumerate(value.json)]
    known = members(fetched if fetched is not None else value.preview)
    if not known and value.preview.get("more") and fetched is None:
        return None
    return [(label, Value(preview)) for label, preview in known]


def _missing(value: Value, fetched: Preview | None, known: int) -> int:
    preview = fetched if fetched is not None else value.preview
    if value.json is not None or not preview.get("more"):
        return 0
    return max(1, int(preview.get("n", 0)) - known) if preview.get("t") == "array" else 1
