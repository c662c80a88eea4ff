"""Compiles the rules that most style sheets consist of without cutting them into tokens.

A plain rule has a selector of classes, tags and pseudo-classes without arguments, and declarations without comments,
`url()` and nesting. What is not surely plain is left to the tokenizer, and a plain rule compiles to
exactly what it would compile to there; a test holds the two together.
"""

from __future__ import annotations

import re

from runtime.compiler.wxss.chunks import Chunk
from runtime.compiler.wxss.sheet import BLANKS, Piece, StyleRule
from runtime.compiler.wxss.values import SLIPS

# Possessive throughout: no part of a plain rule could give back what another one would take.
_NAME = r"-?[_a-zA-Z][\w-]*+"
_COMPOUND = rf"(?:{_NAME}|\.{_NAME}|::?(?!host(?![\w-])){_NAME})(?:\.{_NAME}|::?(?!host(?![\w-])){_NAME})*+"
_SELECTOR = rf"{_COMPOUND}(?:(?:\s*+[>+~,]\s*+|\s++){_COMPOUND})*+"
_TEXT = r"""[^;{}"'\\@<\[\]]*+"""
_QUOTED = r"""(?:"(?:[^"\\\n;(){}/]|\\\w)*+"|'(?:[^'\\\n;(){}/]|\\\w)*+')"""
_DECLARATION = rf"(?:{_NAME}|--[\w-]++)\s*+:{_TEXT}(?:{_QUOTED}{_TEXT})*+"
_RULE = re.compile(
    rf"((?:/\*[^*]*+\*/\s*+)*+)({_SELECTOR}\s*+)\{{((?:\s*+(?:{_DECLARATION})?;)*+\s*+(?:{_DECLARATION})?)\}}",
    re.ASCII | re.IGNORECASE,
)
_MARKED = re.compile(rf"\.(?={_NAME})|(?<![\w.:-])(?={_NAME})(?:page(?![\w-]))?", re.ASCII)
_RPX = re.compile(r"(?<=[\s(,:*])([+-]?(?:\d+(?:\.\d+)?|\.\d+))rpx(?=[\s),;*]|$)", re.ASCII)
_UNSURE = re.compile(rf"//|/\*|url\(|[\d.](?:{'|'.join(sorted(SLIPS))})(?![\w-])", re.ASCII | re.IGNORECASE)
_PARENTHESIS = re.compile(r"[();]")


def compile_plain_rule(path: str, css: str) -> Chunk | None:
    """The compiled rule, as if it stood at the start of the file; None if it is not plain."""
    match = _RULE.fullmatch(css)
    if match is None:
        return None
    comments, selector, body = match.groups()
    values = _RPX.split(body)
    if _UNSURE.search(body) or body.lower().count("rpx") != len(values) // 2 or not _is_balanced(body):
        return None
    pieces: list[Piece] = []
    _add_selector(pieces, selector)
    _add_text(pieces, "{" + values[0])
    for number, text in zip(values[1::2], values[2::2], strict=True):
        value = float(number)
        pieces.append(int(value) if value.is_integer() else value)
        _add_text(pieces, text)
    _add_text(pieces, "}\n")
    line = comments.count("\n") + 1
    column = len(comments) - comments.rfind("\n")
    return Chunk(tuple(pieces), (StyleRule(selector.strip(BLANKS), path, line, column),), ())


def _add_selector(pieces: list[Piece], selector: str) -> None:
    """Classes get the place of the prefix, tags the name of their element."""
    done = 0
    for match in _MARKED.finditer(selector):
        text = match[0]
        _add_text(pieces, selector[done : match.start()])
        done = match.end()
        if text == ".":
            _add_text(pieces, ".")
            pieces.append(None)
        else:
            _add_text(pieces, "body" if text == "page" else "wx-")
    _add_text(pieces, selector[done:])


def _add_text(pieces: list[Piece], text: str) -> None:
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] += text
    elif text:
        pieces.append(text)


def _is_balanced(body: str) -> bool:
    depth = 0
    for match in _PARENTHESIS.finditer(body):
        text = match[0]
        depth += 1 if text == "(" else -1 if text == ")" else 0
        if depth < 0 or (text == ";" and depth > 0):
            return False
    return depth == 0
