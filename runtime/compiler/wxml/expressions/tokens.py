"""Cuts the inside of a mustache into tokens. Never fails: what fits nothing becomes an `unknown` token."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

TokenKind = Literal["number", "name", "string", "operator", "unknown", "end"]

_TOKEN = re.compile(
    r"""[\s\ufeff]*+(?:/\*(?:[^*]|\*(?!/))*+\*/[\s\ufeff]*+)*+(?:
      (?P<name>(?:[^\W\d]|\$)[\w$]*)
    | (?P<string>"(?:[^"\\]++|\\.)*+"|'(?:[^'\\]++|\\.)*+')
    | (?P<number>0[xX][0-9a-fA-F]++|(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d+)?)
    | (?P<operator>\.\.\.|===|!==|>>>|\*\*|\?\?|\?\.(?!\d)|=>|==|!=|<=|>=|&&|\|\||<<|>>
        |[-+*/%!~<>&|^?:.,()\[\]{}])
    | (?P<unknown>\\.|[^\s])
    | (?P<end>\Z)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}


class Token(Struct, frozen=True):
    """`start` and `end` are offsets in the file."""

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens_of(text: str, offset: int) -> list[Token]:
    """The tokens of an expression that starts at `offset` in the file; the last one has the kind `end`."""
    tokens: list[Token] = []
    is_ascii = text.isascii()
    for match in _TOKEN.finditer(text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        word = match[kind]
        if not is_ascii and kind == "name" and not word.replace("$", "_").isidentifier():
            # Python's idea of a letter is wider than JavaScript's: `²` is none.
            kind = "unknown"
        end = offset + match.end()
        tokens.append(Token(kind, word, end - len(word), end))
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
