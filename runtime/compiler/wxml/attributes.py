"""Parses the attributes of a start tag, with all the liberties that real templates take.

Accepted without a word: no blank between attributes, blanks round `=`, bare attributes, `:name`, capitals.
Accepted with a diagnostic: unquoted values, duplicates (the last one counts), stray characters, a missing quote.
"""

from __future__ import annotations

import re

from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.expressions.parse import Position
from runtime.compiler.wxml.mustache import has_open_mustache, mustache_end, split_value
from runtime.compiler.wxml.syntax import Attribute, Value

_BLANK = re.compile(r"[\s\ufeff]*")
_TAG_END = re.compile(r"(/\s*)?>")
# What most attributes are: a name and a value in double quotes that surely ends with the first one outside mustaches.
_PLAIN_TEXT = r"""[^"{\\\r\n]*+"""
_PLAIN_INSIDE = r"""\{\{[^{}"'<\\\r\n]*+(?:'[^'"{}<\\\r\n]*+'[^{}"'<\\\r\n]*+)*+\}\}"""
_PLAIN = re.compile(
    rf"""[\s\ufeff]*+([A-Za-z_][^\s=<>"'/{{}}]*+)="({_PLAIN_TEXT}(?:{_PLAIN_INSIDE}{_PLAIN_TEXT})*+)\""""
)
_NAME = re.compile(r"[^\s=<>\"'/{}]+")
_EQUALS = re.compile(r"\s*=\s*")
_ODD_NAME = re.compile(r"[^A-Za-z_]")
_NEXT_ATTRIBUTE = re.compile(r"\s[\w:\-]+\s*=\s*[\"']")
_UNQUOTED = re.compile(r"[^\s<>\"'{]+|\{(?!\{)")
_UNCLOSED_QUOTE_END = re.compile(r"/?>|[\r\n]|\Z")
_TAG_ON_A_NEW_LINE = re.compile(r"\n\s*</?[A-Za-z]")


class AttributeParser:
    """Reads the attributes of one start tag; `at` moves along, `findings` collects."""

    def __init__(self, text: str, tag: str, start: int, name_end: int) -> None:
        self.text = text
        self.tag = tag
        self.start = start
        self.name_end = name_end
        self.at = name_end
        self.findings: list[Finding] = []
        self.attributes: list[Attribute] = []
        self._names: set[str] = set()

    def parse(self) -> bool:
        """Reads up to and including `>` or `/>`, or to where the tag evidently breaks off. True: self-closing."""
        text = self.text
        while True:
            plain = _PLAIN.match(text, self.at)
            if plain is not None and plain[1] not in self._names:
                self._add_plain(plain)
                continue
            blank = _BLANK.match(text, self.at)
            self.at = blank.end() if blank else self.at
            end = _TAG_END.match(text, self.at)
            if end is not None:
                self.at = end.end()
                return bool(end[1])
            if self.at >= len(text) or text[self.at] == "<":
                self._find("wxml/unfinished-tag", self.start, self.name_end, tag=self.tag)
                return False
            name = _NAME.match(text, self.at)
            if name is not None:
                self._attribute(name[0])
            else:
                self._skip_character()

    def _add_plain(self, match: re.Match[str]) -> None:
        name = match[1]
        self._names.add(name)
        self.at = match.end()
        raw = match[2]
        if "{{" in raw:
            value = self._value(match.start(2), match.end(2), self._position(name))
        else:
            value = Value(raw, (raw,) if raw else (), match.start(2), match.end(2))
        self.attributes.append(Attribute(name, value, '"', match.start(1), self.at))

    def _attribute(self, name: str) -> None:
        start = self.at
        if name in self._names:
            self._find("wxml/duplicate-attribute", start, start + len(name), name=name)
        self._names.add(name)
        if _ODD_NAME.match(name) and not name.startswith((":", "-")):
            self._find("wxml/odd-attribute-name", start, start + len(name), name=name)
        self.at += len(name)
        equals = _EQUALS.match(self.text, self.at)
        value, quote = None, ""
        if equals is not None:
            self.at = equals.end()
            position = self._position(name)
            quote = self.text[self.at : self.at + 1]
            if _NEXT_ATTRIBUTE.match(self.text, self.at - 1):
                self._find("wxml/missing-value", start, self.at, name=name)
                quote = ""
            elif quote in ('"', "'") and quote:
                value = self._quoted(quote, position)
            else:
                value, quote = self._unquoted(name, position), ""
        self.attributes.append(Attribute(name, value, quote, start, self.at))

    def _quoted(self, quote: str, position: Position) -> Value:
        start = self.at + 1
        end, after = self._closing_quote(start, quote)
        self.at = after
        return self._value(start, end, position)

    def _position(self, name: str) -> Position:
        return "template-data" if name == "data" and self.tag == "template" else "attribute"

    def _value(self, start: int, end: int, position: Position) -> Value:
        value, findings = split_value(self.text, start, end, position, quoted=True)
        self.findings += findings
        return value

    def _closing_quote(self, start: int, quote: str) -> tuple[int, int]:
        """Where the value ends, and where parsing goes on."""
        text = self.text
        end = self._first_quote(start, quote)
        if end >= 0 and has_open_mustache(text, start, end):
            end = self._quote_behind_mustaches(start, quote, end)
        if end < 0 or (text.find("\n", start, end) >= 0 and self._has_tag_on_a_new_line(start, end)):
            self._find("wxml/unclosed-quote", start - 1, start, quote=quote)
            broken_off = _UNCLOSED_QUOTE_END.search(text, start)
            end = broken_off.start() if broken_off else len(text)
            return end, end
        return end, end + 1

    def _has_tag_on_a_new_line(self, start: int, end: int) -> bool:
        """Whether a line begins with a tag. In a mustache that ends, `<` compares."""
        at = start
        while tag := _TAG_ON_A_NEW_LINE.search(self.text, at, end):
            opening = self.text.find("{{", at, tag.start())
            at = -1 if opening < 0 else mustache_end(self.text, opening, end)
            if at < 0:
                return True
        return False

    def _first_quote(self, at: int, quote: str) -> int:
        text = self.text
        while True:
            end = text.find(quote, at)
            if end <= 0 or text[end - 1] != "\\" or end == at:
                return end
            backslashes = end - at - len(text[at:end].rstrip("\\"))
            if backslashes % 2 == 0:
                return end
            at = end + 1

    def _quote_behind_mustaches(self, start: int, quote: str, first: int) -> int:
        """`x="{{ a === "b" }}"`: the quote that stands outside mustaches, if the line has one."""
        text = self.text
        line_end = text.find("\n", first)
        limit = len(text) if line_end < 0 else line_end
        at = start
        while at < limit:
            end = self._first_quote(at, quote)
            opening = text.find("{{", at, limit)
            if opening < 0 or (0 <= end < opening):
                return end if 0 <= end < limit else first
            at = mustache_end(text, opening, limit)
            if at < 0:
                return first
        return first

    def _unquoted(self, name: str, position: Position) -> Value | None:
        text, start = self.text, self.at
        while True:
            if text.startswith("{{", self.at):
                end = mustache_end(text, self.at, len(text))
                self.at = end if end > 0 else self.at + 2
                continue
            run = _UNQUOTED.match(text, self.at)
            if run is None:
                break
            self.at = run.end()
        if text[self.at - 1] == "/" and text[self.at : self.at + 1] == ">" and self.at > start:
            self.at -= 1
        if self.at == start:
            self._find("wxml/missing-value", start, min(start + 1, len(text)), name=name)
            return None
        self._find("wxml/unquoted-value", start, self.at, name=name)
        return self._value(start, self.at, position)

    def _skip_character(self) -> None:
        start = self.at
        self.at += 1
        if self.text.startswith("{{", start):
            self.at = max(mustache_end(self.text, start, len(self.text)), start + 2)
        self._find("wxml/unexpected-character", start, self.at, found=self.text[start : self.at], tag=self.tag)

    def _find(self, code: str, start: int, end: int, **args: str) -> None:
        self.findings.append(Finding(code, start, end, args))
