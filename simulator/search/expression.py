"""What a query means as an expression, and what its matches would become. Compiling one may take long, too."""

from __future__ import annotations

import re
from collections.abc import Callable

from runtime.protocol.search import Query

_JAVASCRIPT = re.compile(r"\\k<(?P<back>\w+)>|\\.|\[\^?+(?:\\.|[^\]\\])*+\]|(?P<group>\(\?<)(?=[A-Za-z_])", re.DOTALL)
_REFERENCE = re.compile(r"\$(?:(?P<sign>[$&])|(?P<number>\d{1,2})|<(?P<name>\w+)>)|\\(?P<escape>[nt\\])")
_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


class BrokenExpression(Exception):
    """The text is no expression; says why."""


def compiled(query: Query) -> re.Pattern[str]:
    """The expression of a query. Groups may be named as in JavaScript. Raises BrokenExpression."""
    source = _from_javascript(query.text) if query.is_regex else re.escape(query.text)
    if query.is_word:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    try:
        return re.compile(source, re.MULTILINE | (0 if query.is_case else re.IGNORECASE))
    except (re.error, RecursionError, OverflowError, MemoryError) as error:
        raise BrokenExpression(str(error) or type(error).__name__) from error


def replacer(query: Query) -> Callable[[re.Match[str]], str | None]:
    """What makes the replacement of a match; None if nothing is to be replaced."""
    replacement = query.replacement
    if replacement is None or not query.is_regex:
        return lambda match: replacement
    return lambda match: _REFERENCE.sub(lambda reference: _referred(reference, match), replacement)


def _from_javascript(text: str) -> str:
    """Named groups as Python writes them."""

    def in_python(found: re.Match[str]) -> str:
        if found["group"]:
            return "(?P<"
        return f"(?P={found['back']})" if found["back"] else found[0]

    return _JAVASCRIPT.sub(in_python, text)


def _referred(reference: re.Match[str], match: re.Match[str]) -> str:
    """What stands for a reference; one to a group that is not there stays as it is written."""
    if reference["escape"]:
        return _ESCAPES[reference["escape"]]
    if reference["sign"]:
        return "$" if reference["sign"] == "$" else match[0]
    if reference["name"]:
        name = reference["name"]
        return match[name] or "" if name in match.re.groupindex else reference[0]
    digits = reference["number"]
    if int(digits) <= match.re.groups:
        return match[int(digits)] or ""
    first, rest = digits[:1], digits[1:]
    return (match[int(first)] or "") + rest if rest and int(first) <= match.re.groups else reference[0]
