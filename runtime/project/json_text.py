"""Reads JSON as people write it and keeps the position of every value.

A byte order mark, comments and trailing commas are accepted with a warning. After an error the
values read so far stay, so that the rest of the project still runs. What the keys mean is left to
the modules that know the files.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NoReturn

from runtime.diagnostics import Diagnostic, Span

Key = tuple[str | int, ...]

_TOKEN = re.compile(
    r'[ \t\r\n]+|(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<punct>[{}\[\]:,])|(?P<string>"(?:[^"\\\n]|\\.)*")'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<word>[A-Za-z_$][\w$]*)"
    r"|(?P<bad>/\*.*|'(?:[^'\\\n]|\\.)*'?|\"(?:[^\"\\\n]|\\.)*|.)",
    re.DOTALL,
)
MAX_DEPTH = 100
MAX_DIGITS = 300
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None}
_ESCAPE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True)
class JsonText:
    """A parsed file. `value` is None if there is nothing usable in it. `read` finds the places, when one is asked for:
    of most files nobody wants to know."""

    file: str
    value: Any
    diagnostics: tuple[Diagnostic, ...]
    read: Callable[[], _Reader] = field(repr=False, compare=False)

    @cached_property
    def spans(self) -> Mapping[Key, Span]:
        """Where each value stands."""
        return self._reader.spans

    @cached_property
    def key_spans(self) -> Mapping[Key, Span]:
        """Where the name of each member stands."""
        return self._reader.key_spans

    @cached_property
    def overwritten(self) -> Mapping[Key, tuple[Span, Span]]:
        """Name and value of members that a later one of the same name has taken the place of."""
        return self._reader.overwritten

    @cached_property
    def _reader(self) -> _Reader:
        return self.read()

    def span(self, *key: str | int) -> Span:
        """Where the value of a path of keys stands; the nearest enclosing value if there is none."""
        while key and key not in self.spans:
            key = key[:-1]
        return self.spans.get(key, Span(self.file))

    def key_span(self, *key: str | int) -> Span:
        """Where the name of a member stands."""
        return self.key_spans.get(key, self.span(*key))

    def at(self, *key: str | int) -> Any:
        """The value of a path of keys; None if there is none."""
        value = self.value
        for part in key:
            if isinstance(value, dict):
                value = value.get(part)
            else:
                value = value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None
        return value

    def members(self) -> dict[str, Any]:
        """The value if it is an object, else an empty one."""
        return self.value if isinstance(self.value, dict) else {}


def read_json(text: str, file: str) -> JsonText:
    """Parses one file. Never raises."""
    try:
        value = _strict_value(text)
    except ValueError:
        reader = _Reader(text, file)
        return JsonText(file, reader.value, tuple(reader.diagnostics), lambda: reader)
    return JsonText(file, value, (), lambda: _Reader(text, file))


def no_json() -> JsonText:
    """What stands for a file that is not there: an empty object."""
    return JsonText("", {}, (), lambda: _Reader("", ""))


def _strict_value(text: str) -> Any:
    """The value of a text that is JSON to the letter and about which there is nothing to say. Raises ValueError for
    every other, and for what this parser reads otherwise than the rest of the file does."""
    if "\\" in text or text.count("{") + text.count("[") > MAX_DEPTH:
        raise ValueError
    return json.loads(text, object_pairs_hook=_once_each, parse_int=_short_number, parse_constant=_no_value)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError
    return members


def _short_number(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise ValueError
    return int(digits)


def _no_value(word: str) -> NoReturn:
    raise ValueError(word)


def json_tokens(text: str) -> Iterator[re.Match[str]]:
    """The tokens of a text, comments among them, by `lastgroup`: comment, punct, string, number, word, bad."""
    return (match for match in _TOKEN.finditer(text) if match.lastgroup is not None)


class _Stop(Exception):
    """The text cannot be read beyond this point."""


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.diagnostics: list[Diagnostic] = []
        self.spans: dict[Key, Span] = {}
        self.key_spans: dict[Key, Span] = {}
        self.overwritten: dict[Key, tuple[Span, Span]] = {}
        self._text = text[1:] if text.startswith("\ufeff") else text
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", self._text))]
        if text.startswith("\ufeff"):
            self._report("json/byte-order-mark", 0, 0)
        self._tokens = [match for match in json_tokens(self._text) if match.lastgroup != "comment"]
        self._next = 0
        self._report_first_comment()
        self.value = self._document()

    def _report_first_comment(self) -> None:
        if "/" in self._text:
            for match in json_tokens(self._text):
                if match.lastgroup == "comment":
                    self._report("json/comment", match.start(), match.end())
                    return

    def _span(self, start: int, end: int) -> Span:
        first, last = bisect_right(self._line_starts, start) - 1, bisect_right(self._line_starts, end) - 1
        return Span(
            self.file,
            first + 1,
            start - self._line_starts[first] + 1,
            last + 1,
            end - self._line_starts[last] + 1,
        )

    def _report(self, code: str, start: int, end: int, **args: str) -> None:
        self.diagnostics.append(Diagnostic(code, self._span(start, end), args))

    def _peek(self) -> re.Match[str] | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _fail(self, wanted: str) -> _Stop:
        token = self._peek()
        if token is None:
            end = len(self._text)
            self._report("json/unexpected-end", end, end, wanted=wanted)
        elif token.lastgroup == "bad" and token[0].startswith("'"):
            self._report("json/single-quotes", token.start(), token.end(), found=token[0][:40])
        elif token.lastgroup == "bad" and token[0].startswith('"'):
            self._report("json/unclosed-string", token.start(), token.start() + 1)
        else:
            self._report("json/syntax", token.start(), token.end(), found=token[0][:40], wanted=wanted)
        return _Stop()

    def _document(self) -> Any:
        holder: dict[str, Any] = {}
        try:
            self._value((), holder, "value")
            if self._peek() is not None:
                raise self._fail("the end of the file")
        except _Stop:
            pass
        return holder.get("value")

    def _value(self, key: Key, target: Any, slot: str | int) -> None:
        """Reads a value into `target[slot]` (or appends it to a list) as soon as its kind is known."""
        token = self._peek()
        if token is None or token.lastgroup == "bad" or token[0] in "}]:,":
            raise self._fail("a value")
        if len(key) > MAX_DEPTH:
            self._report("json/too-deep", token.start(), token.end())
            raise _Stop
        self._next += 1
        value: Any
        if token[0] == "{":
            value = {}
        elif token[0] == "[":
            value = []
        elif token.lastgroup == "string":
            value = _unescape(token[0][1:-1])
        elif token.lastgroup == "number":
            is_float = any(c in token[0] for c in ".eE") or len(token[0]) > MAX_DIGITS
            value = float(token[0]) if is_float else int(token[0])
        elif token[0] in _WORDS:
            value = _WORDS[token[0]]
        else:
            self._next -= 1
            raise self._fail("a value")
        if isinstance(target, list):
            target.append(value)
        else:
            target[slot] = value
        self.spans[key] = self._span(token.start(), token.end())
        if isinstance(value, (dict, list)):
            self._members(key, value)
            close = self._tokens[self._next - 1]
            self.spans[key] = self._span(token.start(), close.end())

    def _members(self, key: Key, value: dict[str, Any] | list[Any]) -> None:
        close = "}" if isinstance(value, dict) else "]"
        comma: re.Match[str] | None = None
        while True:
            token = self._peek()
            if token is not None and token[0] == close:
                self._next += 1
                if comma is not None:
                    self._report("json/trailing-comma", comma.start(), comma.end())
                return
            if isinstance(value, dict):
                self._member(key, value)
            else:
                self._value((*key, len(value)), value, len(value))
            token = self._peek()
            if token is None or token[0] not in (",", close):
                raise self._fail(f"`,` or `{close}`")
            comma = token if token[0] == "," else None
            self._next += token[0] == ","

    def _member(self, key: Key, value: dict[str, Any]) -> None:
        name_token = self._peek()
        if name_token is None or name_token.lastgroup != "string":
            raise self._fail("a name in double quotes")
        name = _unescape(name_token[0][1:-1])
        if name in value:
            self._report("json/duplicate-key", name_token.start(), name_token.end(), key=name)
            self.overwritten[(*key, name)] = self.key_spans[(*key, name)], self.spans[(*key, name)]
        self._next += 1
        colon = self._peek()
        if colon is None or colon[0] != ":":
            raise self._fail("`:`")
        self._next += 1
        self.key_spans[(*key, name)] = self._span(name_token.start(), name_token.end())
        self._value((*key, name), value, name)


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text
    joined = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _SHORT.get(m[2], m[2]), text)
    # Two escapes may form one character outside the basic plane.
    return joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
