"""Compiles an expression to JavaScript that reads members through the logic layer's primitives and never throws.

`D` is the data, `L` the loop variables, `W` the wxs modules, `R` the primitives (resources/docs/wire.md, section 1).
"""

from __future__ import annotations

import math
import re
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import assert_never

from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.expressions.scope import Compiled, Scope
from runtime.compiler.wxml.expressions.syntax import (
    ArrayLiteral,
    Binary,
    Call,
    Conditional,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    ObjectLiteral,
    Property,
    Spread,
    Unary,
    Undefined,
)

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Members that no template sees.
_HIDDEN = frozenset({"__proto__", "prototype", "caller"})
# On these a plain read would find what every JavaScript object inherits.
_INHERITED = frozenset(
    {"constructor", "toString", "valueOf", "toLocaleString", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"}
    | {"__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"}
    | _HIDDEN
)


def compile_expression(expression: Expression, scope: Scope) -> tuple[Compiled, list[Finding]]:
    """JavaScript of `expression` in `scope`, with warnings (a call of something that is no wxs function)."""
    compiler = _Compiler(scope)
    code = compiler.code(expression)
    return Compiled(code, frozenset(compiler.names), ((expression, scope),)), compiler.findings


def code_of(expression: Expression, scope: Scope) -> str:
    """JavaScript of an expression that has been compiled before as a part of another."""
    return _Compiler(scope).code(expression)


def js_string(text: str) -> str:
    """A JavaScript string literal."""
    if not text.isascii() and _LONE_SURROGATE.search(text) is not None:
        return encode_basestring_ascii(text)
    return encode_basestring(text)


def constant_of(expression: Expression) -> str | int | float | bool | None:
    """The value of a string, number or boolean literal; None for everything else."""
    if isinstance(expression, Literal) and isinstance(expression.value, (str, int, float)):
        return expression.value if not isinstance(expression.value, float) or math.isfinite(expression.value) else None
    if isinstance(expression, Unary) and expression.operator == "-" and isinstance(expression.operand, Literal):
        value = expression.operand.value
        if isinstance(value, int | float) and not isinstance(value, bool) and value != 0 and math.isfinite(value):
            return -value
    return None


def is_wxs(expression: Expression, scope: Scope) -> bool:
    """Whether the value comes from a wxs module, so that functions may pass."""
    if not scope.wxs:
        return False
    while isinstance(expression, (Member, Index, Call)):
        expression = expression.callee if isinstance(expression, Call) else expression.object
    return isinstance(expression, Name) and expression.name in scope.wxs


class _Compiler:
    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.names: set[str] = set()
        self.findings: list[Finding] = []

    def code(self, expression: Expression) -> str:
        match expression:
            case Name():
                return self._name(expression.name)
            case Literal():
                return _literal(expression.value)
            case Member() | Index():
                return self._member(expression)
            case Binary():
                return self._binary(expression)
            case Conditional(test, yes, no):
                return f"{self._operand(test)}?{self._operand(yes)}:{self._operand(no)}"
            case Unary(operator, operand):
                return f"{operator}{' ' if operator[-1].isalpha() else ''}{self._operand(operand)}"
            case Call():
                return self._call(expression)
            case ArrayLiteral(items):
                return self._array(items)
            case ObjectLiteral(entries):
                return self._object(entries)
            case _:
                assert_never(expression)

    def _name(self, name: str) -> str:
        scope = self.scope
        if name in scope.wxs:
            return f"W.{scope.wxs[name]}"
        let = scope.lets.get(name)
        if let is not None:
            self.names |= let.names
            return f"({let.code})"
        place = scope.variables.get(name)
        if place is not None:
            return f"L[{place}]"
        self.names.add(name)
        if name in _INHERITED:
            return f"R.g(D,{js_string(name)})"
        # The engine's table of letters may be older than the one that found the name.
        return f"D.{name}" if name.isascii() else f"D[{js_string(name)}]"

    def _member(self, expression: Expression) -> str:
        spine: list[Member | Index] = []
        while isinstance(expression, (Member, Index)):
            spine.append(expression)
            expression = expression.object
        code = self.code(expression)
        is_of_module = is_wxs(expression, self.scope)
        for member in reversed(spine):
            is_plain = isinstance(member, Member) and member.name not in _HIDDEN
            reader = "m" if is_of_module else "f" if is_plain else "g"
            key = js_string(member.name) if isinstance(member, Member) else self.code(member.key)
            code = f"R.{reader}({code},{key})"
        return code

    def _binary(self, expression: Expression) -> str:
        spine: list[Binary] = []
        while isinstance(expression, Binary):
            spine.append(expression)
            expression = expression.left
        code = self._operand(expression)
        for binary in reversed(spine):
            if binary.operator == "instanceof":  # data has no classes
                code = "false"
                continue
            left = code if binary is spine[-1] else f"({code})"
            code = f"{left}{binary.operator}{self._operand(binary.right)}"
        return code

    def _operand(self, expression: Expression) -> str:
        code = self.code(expression)
        return f"({code})" if isinstance(expression, (Binary, Conditional, Unary, ObjectLiteral)) else code

    def _call(self, call: Call) -> str:
        callee = call.callee
        if not is_wxs(callee, self.scope):
            if self.scope.is_newer:
                return self._call_of_data(call)
            self.findings.append(Finding("wxml/method-call-on-data", call.start, call.end, {"name": _shown(callee)}))
            return "void 0"
        this = "void 0"
        if isinstance(callee, (Member, Index)) and isinstance(callee.object, (Name, Member)):
            this = self.code(callee.object)
        arguments = ",".join(self.code(argument) for argument in call.arguments)
        return f"R.c({self.code(callee)},{this},[{arguments}])"

    def _call_of_data(self, call: Call) -> str:
        match call.callee:
            case Member(object=inner, name=name):
                callee = f"R.o({self.code(inner)},{js_string(name)})"
            case Index(object=inner, key=key):
                callee = f"R.o({self.code(inner)},{self.code(key)})"
            case other:
                callee = self.code(other)
        return f"R.d({callee},[{','.join(self.code(argument) for argument in call.arguments)}])"

    def _array(self, items: tuple[Expression | Spread | None, ...]) -> str:
        parts: list[str] = []
        result = ""
        for item in items:
            if isinstance(item, Spread):
                target = f"R.a({result},[{','.join(parts)}])" if result else f"[{','.join(parts)}]"
                result, parts = f"R.a({target},{self.code(item.value)})", []
            else:
                parts.append("void 0" if item is None else self.code(item))
        if not result:
            return f"[{','.join(parts)}]"
        return f"R.a({result},[{','.join(parts)}])" if parts else result

    def _object(self, entries: tuple[Property | Spread, ...]) -> str:
        parts: list[str] = []
        result = ""
        for entry in entries:
            if isinstance(entry, Spread):
                target = f"R.x({result},{{{','.join(parts)}}})" if result and parts else result
                result = f"R.x({target or '{' + ','.join(parts) + '}'},{self.code(entry.value)})"
                parts = []
            else:
                key = js_string(entry.key)
                parts.append(f"{'[' + key + ']' if entry.key == '__proto__' else key}:{self.code(entry.value)}")
        if not result:
            return f"{{{','.join(parts)}}}"
        return f"R.x({result},{{{','.join(parts)}}})" if parts else result


def _literal(value: str | int | float | bool | Undefined | None) -> str:
    match value:
        case str():
            return js_string(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return "Infinity" if math.isinf(value) else repr(value)
        case None:
            return "null"
        case Undefined():
            return "void 0"
        case _:
            assert_never(value)


def _shown(expression: Expression) -> str:
    match expression:
        case Name(name):
            return name
        case Member(inner, name):
            return f"{_shown(inner)}.{name}"
        case _:
            return "…"
