"""The rules of a style file as written, with their places: WXSS, Less and Sass alike, half-typed texts too.

What they mean is the compilers' business; an editor asks what stands where. The indented form of Sass, which has no
braces, is read by `indented`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_MAX_DEPTH = 60
_LINE_COMMENTS = (".less", ".scss")
_TOKEN = r"""
    (?P<comment>/\*.*?(?:\*/|\Z){line})
  | (?P<string>"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)
  | (?P<url>url\(\s*+(?!["'\s])[^)\n]*+\)?)
  | (?P<interpolation>[\#@]\{{[^{{}}\n]*+\}})
  | (?P<escape>\\.)
  | (?P<mark>[{{}};()])
  | (?P<text>[^"'/\\{{}};()\#@u]++|.)
"""
_PLAIN = re.compile(_TOKEN.format(line=""), re.VERBOSE | re.DOTALL)
_WITH_LINES = re.compile(_TOKEN.format(line=r"|//[^\n]*+"), re.VERBOSE | re.DOTALL)
_NAME = re.compile(r"[ \t\r\n]*([@$\w\-*]+)\s*:")


@dataclass(frozen=True, slots=True)
class Declaration:
    """`name: value`, also of a variable. Ends are without blanks; `end` is behind the semicolon if there is one."""

    name: str
    start: int
    name_end: int
    value_start: int
    value_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What ends in a semicolon and is no declaration: `@import "a";`, `.mixin();`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """`prelude { … }`. `body` is behind the opening brace; `end` behind the closing one, or at the end of the text."""

    start: int
    prelude_end: int
    body: int
    end: int
    children: tuple[Item, ...]


Item = Rule | Declaration | Statement


@dataclass(frozen=True)
class StyleTree:
    """`text` has the length of the source, with comments blanked."""

    path: str
    text: str
    items: tuple[Item, ...]

    def rules(self) -> Iterator[tuple[Rule, tuple[Rule, ...]]]:
        """All rules with those around them, outermost first."""
        waiting: list[tuple[Item, tuple[Rule, ...]]] = [(item, ()) for item in reversed(self.items)]
        while waiting:
            item, above = waiting.pop()
            if isinstance(item, Rule):
                yield item, above
                waiting += [(child, (*above, item)) for child in reversed(item.children)]

    def declarations(self) -> Iterator[Declaration]:
        """All declarations."""
        waiting: list[Item] = list(reversed(self.items))
        while waiting:
            item = waiting.pop()
            if isinstance(item, Rule):
                waiting += reversed(item.children)
            elif isinstance(item, Declaration):
                yield item

    def statements(self) -> Iterator[Statement]:
        """All other statements of the top level."""
        return (item for item in self.items if isinstance(item, Statement))

    def prelude(self, rule: Rule) -> str:
        """The selector or at-rule as written."""
        return self.text[rule.start : rule.prelude_end]

    def rule_at(self, offset: int) -> Rule | None:
        """The innermost rule whose body holds the offset."""
        found = None
        for rule, _ in self.rules():
            if rule.body <= offset and (offset < rule.end or self.text[rule.end - 1] != "}"):
                found = rule
        return found


def read_style(path: str, source: str) -> StyleTree:
    """Reads a text with braces. Never raises."""
    reader = _Reader(source, _WITH_LINES if path.endswith(_LINE_COMMENTS) else _PLAIN)
    items = reader.read()
    return StyleTree(path, "".join(reader.pieces), items)


@dataclass(slots=True)
class _Open:
    start: int
    prelude_end: int
    body: int
    children: list[Item] = field(default_factory=list)


class _Reader:
    def __init__(self, source: str, token: re.Pattern[str]) -> None:
        self.source, self.token = source, token
        self.pieces: list[str] = []
        self.open: list[_Open] = [_Open(0, 0, 0)]
        self.start = -1  # of the statement that is being read
        self.stop = 0  # behind the last thing in it that is no blank
        self.too_deep = 0  # braces beyond _MAX_DEPTH that are open

    def read(self) -> tuple[Item, ...]:
        parentheses = 0
        for match in self.token.finditer(self.source):
            kind, text = match.lastgroup, match[0]
            if kind == "comment":
                self.pieces.append(_blank(text))
                continue
            self.pieces.append(text)
            if kind == "mark" and text in "{};" and (text != ";" or parentheses == 0):
                parentheses = 0
                self._mark(text, match.start(), match.end())
                continue
            if kind == "mark":
                parentheses = max(0, parentheses + {"(": 1, ")": -1}.get(text, 0))
            if text.strip():
                if self.start < 0:
                    self.start = match.start() + len(text) - len(text.lstrip())
                self.stop = match.start() + len(text.rstrip())
        self._end_statement(len(self.source))
        while len(self.open) > 1:
            self._close(len(self.source))
        return tuple(self.open[0].children)

    def _mark(self, text: str, start: int, end: int) -> None:
        if text == "{":
            begin = self.start if self.start >= 0 else start
            stop = self.stop if self.start >= 0 else start
            self.start = -1
            if len(self.open) <= _MAX_DEPTH:
                self.open.append(_Open(begin, stop, end))
            else:
                self.too_deep += 1
            return
        self._end_statement(end if text == ";" else start)
        if text == "}" and self.too_deep:
            self.too_deep -= 1
        elif text == "}" and len(self.open) > 1:
            self._close(end)

    def _end_statement(self, end: int) -> None:
        if self.start < 0:
            return
        start, stop, self.start = self.start, self.stop, -1
        name = _NAME.match(self.source, start, stop)
        self.open[-1].children.append(self._declaration(name, stop, end) if name else Statement(start, end))

    def _declaration(self, name: re.Match[str], stop: int, end: int) -> Declaration:
        value = self.source[name.end() : stop]
        value_start = min(name.end() + len(value) - len(value.lstrip()), stop)
        return Declaration(name[1], name.start(1), name.end(1), value_start, max(stop, value_start), end)

    def _close(self, end: int) -> None:
        opened = self.open.pop()
        rule = Rule(opened.start, opened.prelude_end, opened.body, end, tuple(opened.children))
        self.open[-1].children.append(rule)


def _blank(text: str) -> str:
    return re.sub(r"[^\n\r]", " ", text)
