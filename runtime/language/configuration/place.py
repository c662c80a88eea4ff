"""Where an offset is in a JSON text, half-typed ones too: in which object or list, at a name or at a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from runtime.project.json_text import Key, json_tokens

_MAX_DEPTH = 100


@dataclass(frozen=True, slots=True)
class JsonPlace:
    """`key` leads to the value that the offset is in; for a name, to the object that would have it.

    `start` to `end` is the word or the text in quotation marks there, marks included; empty where nothing stands.
    """

    kind: Literal["name", "value", "none"]
    key: Key
    start: int
    end: int


class _Open:
    """A list or an object that has not been closed."""

    def __init__(self, *, is_list: bool) -> None:
        self.is_list = is_list
        self.index = 0
        self.name: str | None = None
        self.wants_value = is_list

    @property
    def step(self) -> int | str:
        return self.index if self.is_list else self.name or ""


def json_place(text: str, offset: int) -> JsonPlace:
    """The place of an offset."""
    around: list[_Open] = []
    for token in json_tokens(text):
        start, end = token.span()
        is_text = token.lastgroup == "string" or (token.lastgroup == "bad" and token[0].startswith('"'))
        is_open = is_text and token.lastgroup == "bad"
        if start >= offset and not (is_text and start == offset):
            break
        if offset < end or (offset == end and (token.lastgroup in ("word", "number") or is_open)):
            if token.lastgroup == "comment":
                return JsonPlace("none", (), offset, offset)
            if is_text or token.lastgroup in ("word", "number"):
                return _place(around, start, offset if is_open else end)
        _step(around, token[0], token.lastgroup or "")
    return _place(around, offset, offset)


def _place(around: list[_Open], start: int, end: int) -> JsonPlace:
    if not around:
        return JsonPlace("none", (), start, end)
    above = tuple(one.step for one in around[:-1])
    inner = around[-1]
    if inner.wants_value:
        return JsonPlace("value", (*above, inner.step), start, end)
    return JsonPlace("none" if inner.is_list or inner.name is not None else "name", above, start, end)


def _step(around: list[_Open], text: str, kind: str) -> None:
    inner = around[-1] if around else None
    if text in ("{", "[") and kind == "punct" and len(around) < _MAX_DEPTH:
        around.append(_Open(is_list=text == "["))
    elif text in ("}", "]") and kind == "punct" and inner is not None:
        around.pop()
        if around:
            around[-1].wants_value = False
    elif text == "," and kind == "punct" and inner is not None:
        inner.index += inner.is_list
        inner.name, inner.wants_value = None, inner.is_list
    elif text == ":" and kind == "punct" and inner is not None:
        inner.wants_value = not inner.is_list
    elif kind in ("string", "bad") and inner is not None and not inner.is_list and not inner.wants_value:
        inner.name = text.strip('"')
    elif kind in ("string", "word", "number") and inner is not None:
        inner.wants_value = False
