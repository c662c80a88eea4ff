"""Parses WXML. Never raises: there is always a tree, and diagnostics say what was wrong and where.

WXML is not XML: attributes may be bare or doubled, `<` may stand in a mustache, `</view >` closes. What the platform's
compiler takes is taken here; what it rejects is explained, and the rest of the file still renders.
"""

from __future__ import annotations

import re

from runtime.compiler.wxml.attributes import AttributeParser
from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.mustache import mustache_end, split_value
from runtime.compiler.wxml.syntax import (
    Attribute,
    Comment,
    Document,
    Element,
    Node,
    Skipped,
    Source,
    Text,
    Value,
)
from runtime.diagnostics import Diagnostic

MAX_DEPTH = 100
# So many mustaches without an end are looked for in one text: each search may read the whole file.
MAX_OPEN_MUSTACHES = 50

_MARK = re.compile(r"<|\{\{")
_STARTS_MARKUP = re.compile(r"<(?:[!/?]|[^\W\d])")
_START_TAG = re.compile(r"<([^\W\d][\w:.\-]*)")
_SPACED_START_TAG = re.compile(r"<\s+([A-Za-z][\w:.\-]*)(?=\s*/?>|\s+[\w:\-]+\s*=\s*[\"'])")
_END_TAG = re.compile(r"</\s*+([^\s<>/]*+)[^<>]*+>?")
_WXS_END = re.compile(r"</\s*wxs\s*>")
# Tags that have no content: if their end tag is missing, what follows stands beside them.
CONTENTLESS = frozenset({"input", "image", "import", "include", "icon", "progress", "slider", "switch"})


def parse(path: str, text: str) -> Document:
    """The tree of a template. `path` is relative to the project root."""
    return _Parser(Source(path, text)).parse()


class _Open:
    """An element whose end tag has not come yet."""

    __slots__ = ("attributes", "children", "name_end", "open_end", "start", "tag")

    def __init__(self, tag: str, attributes: tuple[Attribute, ...], start: int, name_end: int, open_end: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.start = start
        self.name_end = name_end
        self.open_end = open_end
        self.children: list[Node] = []

    def element(self, end: int, children: tuple[Node, ...], *, self_closing: bool = False) -> Element:
        return Element(self.tag, self.attributes, children, self_closing, self.start, self.name_end, self.open_end, end)


class _Parser:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.at = len(source.text) - len(source.text.lstrip("\ufeff"))
        self.root = _Open("", (), 0, 0, 0)
        self.open: list[_Open] = [self.root]
        self.too_deep: list[str] = []  # tags beyond MAX_DEPTH, whose end tags must not count
        self.findings: list[Finding] = []

    def parse(self) -> Document:
        while self.at < len(self.text):
            self._text()
            if self.at < len(self.text):
                self._markup()
        while len(self.open) > 1:
            self._close_unclosed(len(self.text))
        source = self.source
        diagnostics = tuple(Diagnostic(f.code, source.span(f.start, f.end), f.args) for f in self.findings)
        return Document(source, tuple(self.root.children), diagnostics)

    # -- text

    def _text(self) -> None:
        text, start = self.text, self.at
        at = start
        open_mustaches = 0
        while True:
            mark = _MARK.search(text, at)
            if mark is None:
                at = len(text)
                break
            at = mark.start()
            if mark[0] == "{{":
                end = mustache_end(text, at, len(text)) if open_mustaches < MAX_OPEN_MUSTACHES else -1
                open_mustaches += end <= 0
                at = end if end > 0 else at + 2
            elif _STARTS_MARKUP.match(text, at) or _SPACED_START_TAG.match(text, at):
                break
            else:
                self._find("wxml/stray-less-than", at, at + 1)
                at += 1
        self.at = at
        if at > start:
            value, findings = split_value(text, start, at, "text", quoted=False)
            self.findings.extend(findings)
            self.open[-1].children.append(Text(value, start, at))

    # -- markup

    def _markup(self) -> None:
        text, start = self.text, self.at
        if text.startswith("<!--", start):
            self._comment()
        elif text.startswith("</", start):
            self._end_tag()
        elif text[start + 1] in "!?":
            end = text.find(">", start) + 1 or len(text)
            self._skip(end)
            found = text[start:end]
            self._find("wxml/unsupported-markup", start, end, found=f"{found[:20]}…" if len(found) > 20 else found)
        else:
            self._start_tag()

    def _comment(self) -> None:
        start = self.at
        closing = self.text.find("-->", start + 4)
        if closing < 0:
            self._find("wxml/unclosed-comment", start, start + 4)
        end = closing if closing >= 0 else len(self.text)
        self.at = min(end + 3, len(self.text))
        self.open[-1].children.append(Comment(self.text[start + 4 : end], start, self.at))

    def _start_tag(self) -> None:
        start = self.at
        match = _START_TAG.match(self.text, start) or _SPACED_START_TAG.match(self.text, start)
        if match is None:  # _text stops at nothing else
            raise AssertionError(f"no markup at {start}")
        tag = match[1]
        attributes = AttributeParser(self.text, tag, start, match.end())
        self_closing = attributes.parse()
        self.findings.extend(attributes.findings)
        self.at = attributes.at
        opened = _Open(tag, tuple(attributes.attributes), start, match.end(), self.at)
        siblings = self.open[-1].children
        if self_closing:
            siblings.append(opened.element(self.at, (), self_closing=True))
        elif tag == "wxs":
            siblings.append(self._wxs(opened))
        elif self.at >= len(self.text) and not self.text.endswith(">"):  # unfinished, which has been said
            siblings.append(opened.element(self.at, ()))
        elif len(self.open) > MAX_DEPTH:
            self._find("wxml/too-deep", start, match.end(), found=tag)
            self.too_deep.append(tag)
            siblings.append(opened.element(self.at, ()))
        else:
            self.open.append(opened)

    def _wxs(self, opened: _Open) -> Element:
        start = self.at
        closing = _WXS_END.search(self.text, start)
        if closing is None:
            self._find("wxml/unclosed-tag", opened.start, opened.name_end, tag="wxs")
        end, self.at = closing.span() if closing else (len(self.text), len(self.text))
        raw = self.text[start:end]
        return opened.element(self.at, (Text(Value(raw, (raw,), start, end), start, end),) if raw else ())

    def _end_tag(self) -> None:
        match = _END_TAG.match(self.text, self.at)
        if match is None:  # cannot be: the pattern takes any "</"
            raise AssertionError(f"no end tag at {self.at}")
        tag = match[1]
        if self.too_deep and self.too_deep[-1] == tag:
            self.too_deep.pop()
            self.at = match.end()
            return
        if not any(opened.tag == tag for opened in self.open[1:]):
            self._find("wxml/stray-end-tag", self.at, match.end(), tag=tag)
            self._skip(match.end())
            return
        while self.open[-1].tag != tag:
            self._close_unclosed(self.at)
        opened = self.open.pop()
        self.at = match.end()
        self.open[-1].children.append(opened.element(self.at, tuple(opened.children)))

    def _close_unclosed(self, end: int) -> None:
        opened = self.open.pop()
        self._find("wxml/unclosed-tag", opened.start, opened.name_end, tag=opened.tag)
        siblings = self.open[-1].children
        if opened.tag in CONTENTLESS:
            siblings.append(opened.element(opened.open_end, ()))
            siblings.extend(opened.children)
        else:
            siblings.append(opened.element(end, tuple(opened.children)))

    def _skip(self, end: int) -> None:
        self.open[-1].children.append(Skipped(self.text[self.at : end], self.at, end))
        self.at = end

    def _find(self, code: str, start: int, end: int, **args: str) -> None:
        self.findings.append(Finding(code, start, end, args))
