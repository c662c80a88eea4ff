"""Values as Python source: whatever a program or a user has put into a text, it ends where its literal ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}


def literal(value: Any) -> str:
    """A JSON value as an expression: texts in double quotes, but for those that would need more escapes so.

    What cannot be seen, or turns the direction of the text around it, is escaped.
    """
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{literal(str(name))}: {literal(one)}' for name, one in value.items())}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, float):
        return _number(value)
    return repr(value)


def spread(before: str, value: Any, indent: str, width: int) -> list[str]:
    """`before` and the value, followed by a comma: on one line if it fits, else its members on lines of their own."""
    whole = f"{indent}{before}{literal(value)},"
    inner = indent + "    "
    if len(whole) <= width or not isinstance(value, Mapping | list) or not value:
        return [whole]
    if isinstance(value, Mapping):
        members = [spread(f"{literal(str(name))}: ", one, inner, width) for name, one in value.items()]
        brackets = "{}"
    else:
        members, brackets = [spread("", one, inner, width) for one in value], "[]"
    return [f"{indent}{before}{brackets[0]}", *(line for lines in members for line in lines), f"{indent}{brackets[1]},"]


def _number(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return f'float("{value}")'
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _text(text: str) -> str:
    quote = "'" if text.count('"') > text.count("'") else '"'
    return f"{quote}{''.join(_escaped(character, quote) for character in text)}{quote}"


def _escaped(character: str, quote: str) -> str:
    if character == quote:
        return f"\\{quote}"
    if character in _NAMED:
        return _NAMED[character]
    if character.isprintable():
        return character
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
