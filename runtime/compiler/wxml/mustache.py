"""Splits text into plain pieces and mustaches. `}}` in a string or closing an object does not end a mustache."""

from __future__ import annotations

import re

from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.expressions.parse import Position, parse_expression
from runtime.compiler.wxml.expressions.refusals import CODE, OLDER
from runtime.compiler.wxml.expressions.syntax import Expression
from runtime.compiler.wxml.syntax import Mustache, Value

# Inside a mustache: strings, braces, and an end tag (which says that the mustache was never closed).
_INSIDE = re.compile(r"""(\\?["'])|(\{)|(\}\}?)|</[A-Za-z]""")
PLAIN_MUSTACHE = r"""\{\{[^{}"'<\\]*+(?:(?:'[^'\n{}<\\]*+'|"[^"\n{}<\\]*+")[^{}"'<\\]*+)*+\}\}"""
_PLAIN = re.compile(PLAIN_MUSTACHE)
_ESCAPE = re.compile(r"\\([nt\\\"'\n])")
_MAX_MUSTACHE_LENGTH = 10_000
_ESCAPES = {"n": "\n", "t": "\t", "\n": ""}


def mustache_end(text: str, start: int, limit: int) -> int:
    """Offset behind the `}}` that closes the mustache whose `{{` is at `start`; -1 if it is not closed by `limit`."""
    plain = _PLAIN.match(text, start, limit)
    if plain is not None:
        return plain.end()
    first = text.find("}}", start + 2, limit)
    if first < 0:
        return -1
    end = _balanced_end(text, start + 2, min(limit, start + _MAX_MUSTACHE_LENGTH))
    if end < 0:  # an apostrophe or a brace that has no partner: the first `}}` counts
        end = first + 2
        if "</" in text[start:end] or "{{" in text[start + 2 : end]:
            return -1
    return end


def has_open_mustache(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` begins a mustache that does not end there."""
    at = start
    while True:
        opening = text.find("{{", at, end)
        if opening < 0:
            return False
        at = mustache_end(text, opening, end)
        if at < 0:
            return True


def split_value(text: str, start: int, end: int, position: Position, *, quoted: bool) -> tuple[Value, list[Finding]]:
    """The value that stands at `text[start:end]`. `quoted`: an attribute's, where a backslash escapes everywhere."""
    raw = text[start:end]
    if "{{" not in raw:
        return Value(raw, (unescape(raw),) if raw else (), start, end), []
    pieces: list[str | Mustache] = []
    findings: list[Finding] = []
    at = start
    while at < end:
        opening = text.find("{{", at, end)
        if opening < 0:
            break
        closing = mustache_end(text, opening, end)
        if closing < 0:
            findings.append(Finding("wxml/unclosed-mustache", opening, opening + 2, {}))
            break
        if opening > at:
            pieces.append(unescape(text[at:opening]))
        expression, found = _expression(text[opening + 2 : closing - 2], opening + 2, position, quoted=quoted)
        if found:
            findings.extend(found)
        pieces.append(Mustache(text[opening:closing], expression, opening, closing))
        at = closing
    if at < end:
        pieces.append(unescape(text[at:end]))
    return Value(raw, tuple(pieces), start, end), findings


def _expression(inner: str, start: int, position: Position, *, quoted: bool) -> tuple[Expression | None, list[Finding]]:
    if not quoted or "\\" not in inner:
        return parse_expression(inner, start, position)
    plain, found = parse_expression(unescape(inner), start, position)
    if plain is None:
        # The newer compiler leaves backslashes in an attribute to the strings of the expression.
        as_written, others = parse_expression(inner, start, position)
        if as_written is not None:
            args = {"found": "\\", "by": " ".join(OLDER)}
            return as_written, [*others, Finding(CODE, start, start + len(inner), args)]
    return plain, found


def unescape(text: str) -> str:
    r"""Text with the escapes resolved that the platform knows: `\n`, `\t`, `\\`, `\"`, `\'`. Line ends become `\n`."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), text) if "\\" in text else text


def _balanced_end(text: str, at: int, limit: int) -> int:
    depth = 0
    while True:
        match = _INSIDE.search(text, at, limit)
        if match is None:
            return -1
        at = match.end()
        quote, opening, closing = match.groups()
        if quote:
            at = _string_end(text, at, limit, quote)
            if at < 0:
                return -1
        elif opening:
            depth += 1
        elif not closing:
            return -1
        elif depth == 0:
            if closing == "}}":
                return at
        else:
            depth -= 1
            at = match.start() + 1


def _string_end(text: str, at: int, limit: int, quote: str) -> int:
    escaped = len(quote) == 2  # a quote that is itself escaped, inside an attribute
    while at < limit:
        character = text[at]
        if character == "\n":
            return -1
        if character == "\\":
            if escaped and text[at + 1 : at + 2] == quote[1]:
                return at + 2
            at += 2
        elif character == quote[-1]:
            return at + 1
        else:
            at += 1
    return -1
