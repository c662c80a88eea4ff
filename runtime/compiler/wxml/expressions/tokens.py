"""Cuts the inside of a mustache into tokens. Never fails: what fits nothing becomes an `unknown` token."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

TokenKind = Literal["number", "name", "string", "operator", "unknown", "end"]

_TOKEN = re.compile(
    r"""(?:[\s\ufeff]++|/\*(?:[^*]|\*(?!/))*+\*/)*+(?:
      (?P<number>0[xX][0-9a-fA-F]++|(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d+)?)
    | (?P<name>(?:[^\W\d]|\$)[\w$]*)
    | (?P<string>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')
    | (?P<operator>\.\.\.|===|!==|>>>|\*\*|\?\?|\?\.(?!\d)|=>|==|!=|<=|>=|&&|\|\||<<|>>
        |[-+*/%!~<>&|^?:.,()\[\]{}])
    | (?P<unknown>\\.|[^\s])
    | (?P<end>\Z)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}


class Token(NamedTuple):
    """`start` and `end` are offsets in the file."""

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens_of(text: str, offset: int) -> list[Token]:
    """The tokens of an expression that starts at `offset` in the file; the last one has the kind `end`."""
    tokens: list[Token] = []
    position = 0
    while True:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:  # a blank rest
            tokens.append(Token("end", "", offset + len(text), offset + len(text)))
            return tokens
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        if kind == "name" and not match[kind].isascii() and not match[kind].replace("$", "_").isidentifier():
            # Python's idea of a letter is wider than JavaScript's: `²` is none.
            kind = "unknown"
        start, position = match.span(match.lastgroup)
        tokens.append(Token(kind, text[start:position], offset + start, offset + position))
        if kind == "end":
            return tokens


def string_value(text: str) -> str:
    """The value of a string token, as JavaScript reads it."""
    inner = text[1:-1]
    return _ESCAPE.sub(_unescape, inner) if "\\" in inner else inner


def number_value(text: str) -> int | float:
    """The value of a number token; a leading zero makes it octal, as in the platform's runtime."""
    if text[:2] in ("0x", "0X"):
        return int(text, 16)
    if text.isdigit():
        is_octal = len(text) > 1 and text[0] == "0" and not set(text) & {"8", "9"}
        return int(text, 8) if is_octal else int(text) if len(text) < 16 else float(text)
    return float(text)


def _unescape(match: re.Match[str]) -> str:
    escape = match[1]
    if len(escape) > 1 and escape[0] in "ux":
        return chr(int(escape[1:], 16))
    return _ESCAPES.get(escape, escape)
