"""Compiles declarations: rpx lengths become numbers, local paths in `url()` become marks.

Observed (official style compiler of 2019): custom properties are converted as well; text in quotes, `RPX` in capitals
and the conditions of `@media` are not.
"""

from __future__ import annotations

import re
from typing import Any

from runtime.compiler.wxss.sheet import UrlMark
from runtime.compiler.wxss.writer import SheetWriter

SLIPS = frozenset({"prx", "rx", "xrp", "rxp", "rp", "rpxrpx", "rpxpx", "pxrpx", "pxpx", "rpxx", "rrpx", "xp", "ppx"})
_NOT_LOCAL = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|$)", re.IGNORECASE)


def write_declarations(writer: SheetWriter, tokens: list[Any], end: int) -> None:
    """Writes what stands between `{` and `}`. A declaration that cannot be read is left to the browser to drop."""
    name: Any = None  # first token of the declaration that is being read
    has_colon = False
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in ("whitespace", "comment"):
            continue
        if kind == "literal":
            if token.value == ";":
                _check_end(writer, name, writer.offset(token), has_colon=has_colon)
                name, has_colon = None, False
                continue
            if token.value == ":" and name is not None:
                has_colon = True
            elif token.value == "/" and index + 1 < len(tokens) and tokens[index + 1] == "/":
                start = writer.offset(token)
                if name is None:
                    writer.report("wxss/line-comment", start, start + 2, found="//")
        elif kind == "{} block" and not _is_custom(name, has_colon=has_colon):
            _skip_nested(writer, tokens, index, name, end)
            name, has_colon = None, False
            continue
        elif kind in _WRITERS:
            _write_token(writer, token, _stop(writer, tokens, index, end))
        if name is None:
            name = token
    _check_end(writer, name, end, has_colon=has_colon)
    writer.copy_to(end)


def _is_custom(name: Any, *, has_colon: bool) -> bool:
    return has_colon and name.type == "ident" and name.value.startswith("--")


def _check_end(writer: SheetWriter, name: Any, end: int, *, has_colon: bool) -> None:
    if name is not None and not has_colon and name.type == "ident":
        start = writer.offset(name)
        writer.report("wxss/declaration-without-colon", start, end, found=writer.css[start:end].strip()[:60])


def _skip_nested(writer: SheetWriter, tokens: list[Any], index: int, name: Any, end: int) -> None:
    start = writer.offset(tokens[index] if name is None else name)
    open_brace = writer.offset(tokens[index])
    writer.report("wxss/nested-rule", start, open_brace + 1, found=writer.css[start:open_brace].strip()[:60])
    writer.copy_to(start)
    writer.skip_to(_stop(writer, tokens, index, end))


def _write_token(writer: SheetWriter, token: Any, stop: int) -> None:
    closing = _CLOSING.get(token.type, "")
    if closing and writer.css[stop - 1] != closing:
        # The browser would take all that follows into the parentheses.
        start = writer.offset(token)
        writer.report("wxss/unclosed-parenthesis", start, stop, found=writer.css[start:stop].strip()[:40])
        writer.copy_to(stop)
        writer.put(closing)
        return
    _WRITERS[token.type](writer, token, stop)


def _write_dimension(writer: SheetWriter, token: Any, stop: int) -> None:
    unit = token.unit
    if unit == "rpx":
        writer.copy_to(writer.offset(token))
        value = float(token.value)
        writer.put(int(value) if value.is_integer() else value)
        writer.skip_to(stop)
    elif unit.lower() == "rpx" or unit.lower() in SLIPS:
        start = writer.offset(token)
        writer.report("wxss/unknown-unit", start, stop, found=token.representation + unit, unit=unit)


def _write_function(writer: SheetWriter, token: Any, stop: int) -> None:
    if token.lower_name == "url":
        texts = [part for part in token.arguments if part.type != "whitespace"]
        if len(texts) == 1 and texts[0].type == "string":
            _write_local(writer, token, texts[0].value, stop)
        return
    _write_inner(writer, token.arguments, stop - 1)


def _write_url(writer: SheetWriter, token: Any, stop: int) -> None:
    _write_local(writer, token, token.value, stop)


def _write_local(writer: SheetWriter, token: Any, name: str, stop: int) -> None:
    name = name.strip()
    if _NOT_LOCAL.match(name):
        return
    start = writer.offset(token)
    writer.copy_to(start)
    writer.put('url("')
    writer.put(UrlMark(re.split(r"[?#]", name)[0], writer.span(start, stop)))
    writer.put('")')
    writer.skip_to(stop)


def _write_block(writer: SheetWriter, token: Any, stop: int) -> None:
    # Parentheses and brackets that do not close have been closed; braces may still be open at the end of the text.
    is_open = token.type == "{} block" and writer.css[stop - 1] != "}"
    _write_inner(writer, token.content, stop if is_open else stop - 1)


def _write_inner(writer: SheetWriter, tokens: list[Any], end: int) -> None:
    for index, token in enumerate(tokens):
        if token.type in _WRITERS:
            _write_token(writer, token, _stop(writer, tokens, index, end))


def _stop(writer: SheetWriter, tokens: list[Any], index: int, end: int) -> int:
    return writer.offset(tokens[index + 1]) if index + 1 < len(tokens) else end


_CLOSING = {"function": ")", "() block": ")", "[] block": "]"}
_WRITERS = {
    "dimension": _write_dimension,
    "function": _write_function,
    "url": _write_url,
    "() block": _write_block,
    "[] block": _write_block,
    "{} block": _write_block,
}
