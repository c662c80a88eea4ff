"""Changes a JSON text by position: comments, order and form of everything else stay."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from runtime.diagnostics import Span
from runtime.project.json_text import JsonText, Key, read_json
from runtime.systems.line_ends import line_end_of

_AFTER_ITEM = re.compile(r"(?P<comma>[ \t]*,)?(?P<comment>[ \t]*(?://[^\r\n]*|/\*[^\r\n]*?\*/))?")


@dataclass(frozen=True, slots=True)
class BrokenJson:
    """The text is not edited because it is not understood; `why` in English."""

    why: str


def append_to_list(text: str, key: Key, value: object) -> str | BrokenJson:
    """The text with `value` at the end of the list at `key`; a list that is missing is made in the object above it."""
    parsed = _whole(text)
    if isinstance(parsed, BrokenJson):
        return parsed
    editor = _Editor(text, parsed)
    listed = parsed.at(*key)
    written = editor.written(value, len(key) + 1)
    if listed is None:
        return editor.add_member(key, f"[{written}]")
    if not isinstance(listed, list):
        return BrokenJson(f"{'.'.join(map(str, key))} is no list")
    if listed:
        return editor.add_after((*key, len(listed) - 1), written)
    return editor.add_first(key, written)


def set_value(text: str, key: Key, value: object) -> str | BrokenJson:
    """The text with `value` at `key`; objects that are missing on the way are made, other values there are replaced."""
    parsed = _whole(text)
    if isinstance(parsed, BrokenJson):
        return parsed
    editor = _Editor(text, parsed)
    known = len(key)
    while known and not (key[:known] in parsed.spans and (known == len(key) or _is_object(parsed, key[:known]))):
        known -= 1
    if known == len(key):
        return editor.replace(key, value)
    for name in reversed(key[known + 1 :]):
        value = {name: value}
    place = key[: known + 1]
    return (
        editor.replace(place, value)
        if place in parsed.spans
        else editor.add_member(place, editor.written(value, known + 1))
    )


def _whole(text: str) -> JsonText | BrokenJson:
    """The text, if it is one object that can be read to its end."""
    parsed = read_json(text, "")
    error = next((found for found in parsed.diagnostics if found.severity == "error"), None)
    if error is not None or not isinstance(parsed.value, dict):
        return BrokenJson(error.text() if error else "it is no object")
    return parsed


def _is_object(parsed: JsonText, key: Key) -> bool:
    return isinstance(parsed.at(*key), dict)


class _Editor:
    def __init__(self, text: str, parsed: JsonText) -> None:
        self._text = text
        self._parsed = parsed
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._line_end = line_end_of(text)
        step = re.search(r"\n([ \t]+)\"", text)
        self._step = step[1] if step else "  "

    def replace(self, key: Key, value: object) -> str:
        """Another value in the place of one."""
        start, end = self._range(key)
        return self._text[:start] + self.written(value, len(key)) + self._text[end:]

    def written(self, value: object, depth: int) -> str:
        """A value as it is written so deep in this text."""
        lines = json.dumps(value, ensure_ascii=False, indent=self._step).split("\n")
        return (self._line_end + self._step * depth).join(lines)

    def add_after(self, key: Key, written: str) -> str:
        """Behind an item; what is noted behind it on its line stays with it."""
        start, end = self._range(key)
        rest = _AFTER_ITEM.match(self._text, end)
        assert rest is not None
        indent = self._text[self._line_start(start) : start]
        comment = rest["comment"] or ""
        if not indent.strip():
            gap = self._line_end + indent
        elif comment.lstrip().startswith("//"):
            gap = self._line_end + self._indent_at(start)
        else:
            gap = " "
        return f"{self._text[:end]},{comment}{gap}{written}{self._text[rest.end() :]}"

    def add_first(self, key: Key, written: str) -> str:
        """Into an empty list, behind what is noted in it."""
        start, end = self._range(key)
        inside = self._text[start + 1 : end - 1]
        if "\n" not in inside and "//" not in inside:
            return f"{self._text[: start + 1]}{inside.rstrip()}{written}{self._text[end - 1 :]}"
        body = inside.rstrip()
        gap = self._line_end + self._indent_at(end - 1) + self._step
        return f"{self._text[: start + 1]}{body}{gap}{written}{inside[len(body) :]}{self._text[end - 1 :]}"

    def add_member(self, key: Key, written: str) -> str:
        """As the first member of the object above."""
        start, end = self._range(key[:-1])
        inside = self._text[start + 1 : end - 1]
        member = f"{json.dumps(key[-1], ensure_ascii=False)}: {written}"
        is_empty = not self._parsed.at(*key[:-1])
        if "\n" in inside:
            member = f"{self._line_end}{self._indent_at(start)}{self._step}{member}"
        comma = "" if is_empty else "," if "\n" in inside else ", "
        return f"{self._text[: start + 1]}{member}{comma}{inside.lstrip(' ')}{self._text[end - 1 :]}"

    def _range(self, key: Key) -> tuple[int, int]:
        span: Span = self._parsed.spans[key]
        return self._starts[span.line - 1] + span.column - 1, self._starts[span.end_line - 1] + span.end_column - 1

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _indent_at(self, offset: int) -> str:
        line = self._text[self._line_start(offset) :]
        return line[: len(line) - len(line.lstrip(" \t"))]
