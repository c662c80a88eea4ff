"""What of the data an expression depends on, as JavaScript over the tree of what was set.

`U` is that tree: a name that was set as a whole is true, one with members that were set is an object of the same form.
Loop variables are in it under `#` and their place in `L`. A path gives its own part of the tree: nothing is told about
the members beside it. Anything else gives true or undefined. Source: the binding updates of glass-easel.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec import Struct

from runtime.compiler.wxml.expressions.compile import code_of, is_wxs, js_string
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
    Spread,
    Unary,
)


class Touch(Struct, frozen=True):
    """`code` is empty if nothing can touch the value. `loops`: the loop variables in it, as keys of the tree."""

    code: str = ""
    loops: frozenset[str] = frozenset()
    is_path: bool = False


NEVER = Touch()


def touch_of(value: Compiled) -> Touch:
    """The part of the tree behind a value."""
    if len(value.sources) == 1:
        return _touch(*value.sources[0])
    return _any(_touch(expression, scope) for expression, scope in value.sources)


def members_touch(value: Compiled) -> Touch:
    """The same for the data of a template: an object with the part behind each member."""
    literal, scope = value.sources[0] if len(value.sources) == 1 else (None, Scope())
    if isinstance(literal, ObjectLiteral):
        return _object(literal, scope)
    touch = touch_of(value)
    return Touch(f"R.y({{}},{touch.code},{value.code})", touch.loops) if touch.code else NEVER


def _object(literal: ObjectLiteral, scope: Scope) -> Touch:
    code, loops = "{}", frozenset[str]()
    plain: list[str] = []
    for entry in literal.entries:
        inner = _touch(entry.value, scope)
        loops |= inner.loops
        if not isinstance(entry, Spread):
            plain.append(f"{js_string(entry.key)}:{inner.code or 'void 0'}")
            continue
        code = f"R.x({code},{{{','.join(plain)}}})" if plain else code
        plain = []
        code = f"R.y({code},{inner.code or 'void 0'},{code_of(entry.value, scope)})"
    if plain:
        code = f"{{{','.join(plain)}}}" if code == "{}" else f"R.x({code},{{{','.join(plain)}}})"
    return Touch(code, loops, is_path=True)


def _array(literal: ArrayLiteral, scope: Scope) -> Touch:
    if any(isinstance(item, Spread) for item in literal.items):
        return _any(_touch(item.value if isinstance(item, Spread) else item, scope) for item in literal.items if item)
    parts = [NEVER if item is None or isinstance(item, Spread) else _touch(item, scope) for item in literal.items]
    if not any(part.code for part in parts):
        return NEVER
    loops = frozenset[str]().union(*(part.loops for part in parts))
    return Touch(f"R.l([{','.join(part.code or 'void 0' for part in parts)}])", loops, is_path=True)


def _touch(expression: Expression, scope: Scope) -> Touch:
    match expression:
        case Name(name):
            return _name(name, scope)
        case Member() | Index():
            return _member(expression, scope)
        case Literal():
            return NEVER
        case Binary(left=left, right=right):
            return _any(_touch(part, scope) for part in (*_spine(left), right))
        case Conditional():
            return _conditional(expression, scope)
        case Unary(operand=operand):
            return _any([_touch(operand, scope)])
        case Call(callee, arguments):
            return _any(_touch(part, scope) for part in (callee, *arguments))
        case ArrayLiteral():
            return _array(expression, scope)
        case ObjectLiteral():
            touch = _object(expression, scope)
            return Touch(f"R.l({touch.code})", touch.loops, is_path=True)
        case _:
            assert_never(expression)


def _conditional(expression: Conditional, scope: Scope) -> Touch:
    """Only the branch that is taken counts."""
    test, yes, no = (_touch(part, scope) for part in (expression.test, expression.yes, expression.no))
    if not yes.code and not no.code:
        return _any([test])
    code = f"({code_of(expression.test, scope)})?{yes.code or 'void 0'}:{no.code or 'void 0'}"
    is_path = (yes.is_path or not yes.code) and (no.is_path or not no.code)
    return Touch(f"({test.code or '0'}?true:{code})", test.loops | yes.loops | no.loops, is_path)


def _spine(expression: Expression) -> list[Expression]:
    """The operands of a chain of operators; one may be thousands long."""
    parts: list[Expression] = []
    while isinstance(expression, Binary):
        parts.append(expression.right)
        expression = expression.left
    return [expression, *reversed(parts)]


def _name(name: str, scope: Scope) -> Touch:
    if name in scope.wxs:
        return NEVER
    let = scope.lets.get(name)
    if let is not None:
        return touch_of(let)
    place = scope.variables.get(name)
    if place is not None:
        return Touch(f'U["#{place}"]', frozenset({f"#{place}"}), is_path=True)
    return Touch(f"U[{js_string(name)}]" if name == "__proto__" else f"U.{name}", is_path=True)


def _member(expression: Expression, scope: Scope) -> Touch:
    spine: list[Member | Index] = []
    while isinstance(expression, (Member, Index)):
        spine.append(expression)
        expression = expression.object
    touch = NEVER if is_wxs(expression, scope) else _touch(expression, scope)
    for member in reversed(spine):
        if isinstance(member, Member):
            touch = _inner(touch, js_string(member.name), NEVER)
        else:
            touch = _inner(touch, code_of(member.key, scope), _touch(member.key, scope))
    return touch


def _inner(outer: Touch, key: str, key_touch: Touch) -> Touch:
    if not outer.code:
        return _any([key_touch])
    code = f"R.t({outer.code},{key})" if outer.is_path else outer.code
    if not key_touch.code:
        return Touch(code, outer.loops, outer.is_path)
    return Touch(f"({key_touch.code}?true:{code})", outer.loops | key_touch.loops, outer.is_path)


def _any(touches: Iterable[Touch]) -> Touch:
    parts = [touch for touch in touches if touch.code]
    if not parts:
        return NEVER
    codes = dict.fromkeys(touch.code for touch in parts)
    return Touch(f"({'||'.join(codes)}?true:void 0)", frozenset[str]().union(*(touch.loops for touch in parts)))
