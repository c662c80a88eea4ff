"""Compiles the rules that most style sheets consist of without cutting them into tokens.

A plain rule has a selector of classes, tags and pseudo-classes, and declarations without comments, `url()` and
nesting. What is not surely plain is left to the tokenizer, and a plain rule compiles to exactly what it would compile
to there; a test holds the two together.
"""

from __future__ import annotations

import re

from msgspec import Struct

from runtime.compiler.wxss.sheet import BLANKS, Piece
from runtime.compiler.wxss.values import SLIPS

# Possessive throughout: no part of a plain rule could give back what another one would take.
_NAME = r"-?[_a-zA-Z][\w-]*+"
_PSEUDO = rf"::?(?!host(?![\w-])){_NAME}"
_OF_CLASSES = rf"(?:\.{_NAME}|:not\((?:\.{_NAME}|{_PSEUDO}(?!\())++\)|:nth-child\([\dn +-]++\)|{_PSEUDO}(?!\())++"
_COMPOUND = rf"(?:{_NAME}(?:{_OF_CLASSES})?+|{_OF_CLASSES})"
_COMBINATOR = r"(?:\s*+[>+~,]\s*+|\s++)"
_TEXT = r"""[^;{}"'\\@<\[\]()]*+"""
_QUOTED = r"""(?:"(?:[^"\\\n;(){}/]|\\\w)*+"|'(?:[^'\\\n;(){}/]|\\\w)*+')"""
_IN_PARENTHESES = rf"\({_TEXT}(?:{_QUOTED}{_TEXT})*+\)"
for _ in range(3):
    _IN_PARENTHESES = rf"\({_TEXT}(?:(?:{_QUOTED}|{_IN_PARENTHESES}){_TEXT})*+\)"
_VALUE = rf"{_TEXT}(?:(?:{_QUOTED}|{_IN_PARENTHESES}){_TEXT})*+"
_DECLARATION = rf"(?:{_NAME}|--[\w-]++)\s*+:{_VALUE}"
_RULE = re.compile(
    rf"(?:/\*[^*]*+\*/\s*+)*+(?:({_OF_CLASSES}(?:{_COMBINATOR}{_OF_CLASSES})*+\s*+)|"
    rf"({_COMPOUND}(?:{_COMBINATOR}{_COMPOUND})*+\s*+))\{{"
    rf"((?:\s*+(?:{_DECLARATION})?;)*+\s*+(?:{_DECLARATION})?)\}}",
    re.ASCII | re.IGNORECASE,
)
_CONDITION = r"""[^;{}"'\\@/<\[\]()]*+"""
_MEDIA = re.compile(rf"@media(?=[\s({{]){_CONDITION}(?:\({_CONDITION}\){_CONDITION})*+\{{", re.ASCII | re.IGNORECASE)
_NEXT = re.compile(r"\s*+(\})?")
_TAG = re.compile(rf":nth-child\([^)]*+\)|(?<![\w.:-])(?={_NAME})(?:page(?![\w-]))?", re.ASCII | re.IGNORECASE)
_RPX = re.compile(r"(?<=[\s(,:*])([+-]?(?:\d+(?:\.\d+)?|\.\d+))rpx(?=[\s),;*]|$)", re.ASCII)
_SLIP = re.compile(rf"[\d.](?:{'|'.join(sorted(SLIPS))})(?![\w-])", re.ASCII | re.IGNORECASE)
_IMPORT = re.compile(r"""@import[ \t]*+(["'])((?!https?://|//)[^"'\\\n]++)\1[ \t]*+;""")
# Stands before and behind what is no text in a compiled rule: a number, or nothing for the prefix. No sheet has it.
_MARK = "\0"
_PREFIXED = f".{_MARK}{_MARK}"


class PlainRule(Struct, frozen=True):
    """A compiled rule. `selector` stands at `start` in the sheet, the rule ends at `end`; `text` is for `pieces_of`."""

    selector: str
    start: int
    end: int
    text: str


def plain_rule(css: str, at: int) -> PlainRule | None:
    """The rule that begins at an offset of a sheet, compiled; None if it is not plain."""
    match = _RULE.match(css, at)
    if match is None:
        return None
    classes, other, body = match.groups()
    lowered = body.lower()
    if "//" in body or "/*" in body or "url(" in lowered or _SLIP.search(body) is not None:
        return None
    if "rpx" in lowered:
        cut = _RPX.split(body)
        if lowered.count("rpx") != len(cut) // 2:
            return None
        body = _MARK.join(cut)
    if other is None:
        selector, start = classes, match.start(1)
        named = selector
    else:
        selector, start = other, match.start(2)
        named = _TAG.sub(_with_element, selector)
    text = f"{named.replace('.', _PREFIXED)}{{{body}}}\n"
    return PlainRule(selector.strip(BLANKS), start, match.end(), text)


class PlainMedia(Struct, frozen=True):
    """`@media` with plain rules; `opening` is all up to its brace."""

    opening: str
    rules: tuple[PlainRule, ...]
    end: int


def plain_media(css: str, at: int) -> PlainMedia | None:
    """The `@media` that begins at an offset of a sheet, if it holds plain rules alone."""
    match = _MEDIA.match(css, at)
    if match is None or "rpx" in match[0].lower():
        return None
    rules: list[PlainRule] = []
    at = match.end()
    while (following := _NEXT.match(css, at)) is not None and not following[1]:
        rule = plain_rule(css, following.end())
        if rule is None:
            return None
        rules.append(rule)
        at = rule.end
    return PlainMedia(match[0], tuple(rules), following.end() if following is not None else at)


def plain_import(css: str) -> str | None:
    """What an `@import` without a condition names; None for every other rule, and for what the browser loads."""
    match = _IMPORT.fullmatch(css)
    return None if match is None else match[2]


def pieces_of(text: str) -> list[Piece]:
    """The pieces of plain rules that follow each other, of their texts joined."""
    cut = text.split(_MARK)
    pieces: list[Piece] = [*cut]
    pieces[1::2] = [_marked(mark) for mark in cut[1::2]]
    return pieces


def _with_element(match: re.Match[str]) -> str:
    text = match[0]
    return text if text.startswith(":") else "body" if text == "page" else f"wx-{text}"


def _marked(text: str) -> Piece:
    if not text:
        return None
    value = float(text)
    return int(value) if value.is_integer() else value
