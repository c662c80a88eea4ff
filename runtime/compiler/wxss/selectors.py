"""Compiles selectors: class names get the place of the prefix, tag names the name of their element in the view.

Observed (official style compiler of 2019): every tag name becomes `wx-<name>`, `page` becomes `body`; `*` is refused
there, here it works with a warning.
"""

from __future__ import annotations

from typing import Any

from runtime.compiler.wxss.sheet import HostMark
from runtime.compiler.wxss.writer import SheetWriter

_TAKES_SELECTORS = frozenset(
    {"not", "is", "where", "has", "matches", "any", "-webkit-any", "host", "slotted", "nth-child", "nth-last-child"}
)


class SelectorError(Exception):
    """The selector cannot be read; `code` is the diagnostic."""

    def __init__(self, code: str, start: int, end: int, found: str) -> None:
        super().__init__(code)
        self.code, self.start, self.end, self.found = code, start, end, found


def write_selector(writer: SheetWriter, tokens: list[Any], end: int) -> None:
    """Writes a selector list up to the offset `end`. Raises SelectorError."""
    _write_list(writer, tokens, end)
    writer.copy_to(end)


def _write_list(writer: SheetWriter, tokens: list[Any], end: int) -> None:
    if not tokens:
        raise SelectorError("wxss/bad-selector", end, end + 1, writer.css[end : end + 1])
    before = ""  # what the token before says about this one: ".", ":", or "" for the start of a compound
    is_empty = True
    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "ident":
            _write_name(writer, token, before)
        elif kind == "function":
            _write_function(writer, token, before, _stop(writer, tokens, index, end))
        elif kind == "literal":
            value = token.value
            if before == "." or (before == ":" and value != ":"):
                raise _error(writer, tokens, index - 1, end)
            if value == "/" and index + 1 < len(tokens) and tokens[index + 1] == "/":
                start = writer.offset(token)
                raise SelectorError("wxss/line-comment", start, start + 2, "//")
            if value == "*":
                start = writer.offset(token)
                writer.report("wxss/universal-selector", start, start + 1)
            elif value == ",":
                if is_empty:
                    raise _error(writer, tokens, index, end)
                is_empty, before = True, ""
                continue
            elif value not in (".", ":", ">", "+", "~", "|", "&", "/"):
                raise _error(writer, tokens, index, end)
        elif kind not in ("whitespace", "comment", "hash", "[] block") or (before and kind != "comment"):
            raise _error(writer, tokens, index, end)
        if kind not in ("whitespace", "comment"):
            is_empty = False
        before = token.value if kind == "literal" and token.value in (".", ":") else ""
    if is_empty or before:
        raise _error(writer, tokens, len(tokens) - 1, end)


def _write_name(writer: SheetWriter, token: Any, before: str) -> None:
    start = writer.offset(token)
    if before == ".":
        writer.copy_to(start)
        writer.put(None)
    elif before == ":":
        if token.lower_value == "host":
            writer.copy_to(start - 1)
            writer.put(HostMark())
            writer.skip_to(start + len("host"))
    elif token.value == "page":
        writer.copy_to(start)
        writer.put("body")
        writer.skip_to(start + len("page"))
    else:
        writer.copy_to(start)
        writer.put("wx-")


def _write_function(writer: SheetWriter, token: Any, before: str, stop: int) -> None:
    name = token.lower_name
    start = writer.offset(token)
    if before != ":":
        raise SelectorError("wxss/bad-selector", start, stop, writer.css[start:stop][:40])
    if name not in _TAKES_SELECTORS:
        return
    inner = start + len(token.name) + 1
    if name == "host":
        writer.copy_to(start - 1)
        writer.put(HostMark())
        writer.skip_to(inner)
        _write_list(writer, token.arguments, stop - 1)
        writer.copy_to(stop - 1)
        writer.skip_to(stop)
    elif name.startswith("nth-"):
        of = next(
            (i for i, part in enumerate(token.arguments) if part.type == "ident" and part.lower_value == "of"), -1
        )
        if of >= 0:
            _write_list(writer, token.arguments[of + 1 :], stop - 1)
    else:
        _write_list(writer, token.arguments, stop - 1)


def _stop(writer: SheetWriter, tokens: list[Any], index: int, end: int) -> int:
    return writer.offset(tokens[index + 1]) if index + 1 < len(tokens) else end


def _error(writer: SheetWriter, tokens: list[Any], index: int, end: int) -> SelectorError:
    start = writer.offset(tokens[index])
    return SelectorError("wxss/bad-selector", start, end, writer.css[start:end].strip()[:40])
