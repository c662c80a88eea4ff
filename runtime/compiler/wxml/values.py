"""What an attribute or a text is worth: a constant known now, or JavaScript.

A mustache alone keeps its type, anything around it makes text.
Source: data binding reference page.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from runtime.compiler.wxml.expressions.compile import compile_expression, constant_of, js_string
from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.expressions.scope import Compiled, Scope
from runtime.compiler.wxml.expressions.syntax import Expression
from runtime.compiler.wxml.syntax import Mustache, Value

Report = Callable[[Finding], None]
_UNDEFINED = Compiled("void 0")


class Constant(Struct, frozen=True):
    """A value that never changes."""

    value: str | int | float | bool


def attribute_value(value: Value | None, scope: Scope, report: Report) -> Constant | Compiled:
    """The value of an attribute; a bare one is true."""
    if value is None:
        return Constant(True)
    if len(value.pieces) != 1:
        return _mixed(value, scope, report)
    piece = value.pieces[0]
    if isinstance(piece, str):
        return Constant(piece)
    if piece.expression is not None:
        constant = constant_of(piece.expression)
        if constant is not None:
            return Constant(constant)
    return mustache_value(piece, scope, report)


def text_value(value: Value, scope: Scope, report: Report) -> Constant | Compiled:
    """The text of a text node, always a string."""
    static = value.static
    return Constant(static) if static is not None else _mixed(value, scope, report)


def mustache_value(mustache: Mustache, scope: Scope, report: Report) -> Compiled:
    """The value of one mustache with its type; undefined if it is empty or cannot be read."""
    if mustache.expression is None:
        return _UNDEFINED
    compiled, findings = compile_expression(mustache.expression, scope)
    for finding in findings:
        report(finding)
    return compiled


def js_value(value: Constant | Compiled) -> Compiled:
    """JavaScript of a value, constant or not."""
    if isinstance(value, Compiled):
        return value
    constant = value.value
    if isinstance(constant, str):
        return Compiled(js_string(constant))
    return Compiled(("true" if constant else "false") if isinstance(constant, bool) else repr(constant))


def _mixed(value: Value, scope: Scope, report: Report) -> Constant | Compiled:
    parts: list[str] = []
    names: set[str] = set()
    sources: list[tuple[Expression, Scope]] = []
    literal = ""
    for piece in value.pieces:
        text = piece if isinstance(piece, str) else _constant_text(piece)
        if text is not None:
            literal += text
            continue
        if literal:
            parts.append(js_string(literal))
            literal = ""
        compiled = mustache_value(piece, scope, report) if isinstance(piece, Mustache) else _UNDEFINED
        names |= compiled.names
        sources += compiled.sources
        parts.append(f"R.s({compiled.code})")
    if not parts:
        return Constant(literal)
    if literal:
        parts.append(js_string(literal))
    return Compiled("+".join(parts), frozenset(names), tuple(sources))


def _constant_text(mustache: Mustache) -> str | None:
    if mustache.expression is None:
        return ""
    constant = constant_of(mustache.expression)
    if isinstance(constant, bool):
        return "true" if constant else "false"
    return str(constant) if isinstance(constant, (str, int)) else None
