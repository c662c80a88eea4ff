"""The nodes of a mustache's expression. `start` is an offset into the file, for messages."""

from __future__ import annotations

from msgspec import Struct


class Literal(Struct, frozen=True):
    """A number, string, boolean, null (None) or undefined (`UNDEFINED`)."""

    value: str | int | float | bool | Undefined | None
    start: int


class Undefined(Struct, frozen=True):
    """The type of `UNDEFINED`."""


UNDEFINED = Undefined()


class Name(Struct, frozen=True):
    """A wxs module, a loop variable or a data field: the scope decides. Reserved words are names like any other."""

    name: str
    start: int


class Member(Struct, frozen=True):
    """`object.name`"""

    object: Expression
    name: str
    start: int


class Index(Struct, frozen=True):
    """`object[key]`"""

    object: Expression
    key: Expression
    start: int


class Call(Struct, frozen=True):
    """`callee(arguments)`; `end` is behind the closing parenthesis."""

    callee: Expression
    arguments: tuple[Expression, ...]
    start: int
    end: int


class Unary(Struct, frozen=True):
    """`- ! ~ + typeof void`"""

    operator: str
    operand: Expression
    start: int


class Binary(Struct, frozen=True):
    """All operators between two operands, `&&` and `||` included."""

    operator: str
    left: Expression
    right: Expression
    start: int


class Conditional(Struct, frozen=True):
    """`test ? yes : no`"""

    test: Expression
    yes: Expression
    no: Expression
    start: int


class Spread(Struct, frozen=True):
    """`...value` in an array or an object."""

    value: Expression
    start: int


class ArrayLiteral(Struct, frozen=True):
    """`[a, ...b]`; None is a hole."""

    items: tuple[Expression | Spread | None, ...]
    start: int


class Property(Struct, frozen=True):
    """`key: value`, or `key` alone (then `value` is that name)."""

    key: str
    value: Expression


class ObjectLiteral(Struct, frozen=True):
    """`{a: 1, b, ...c}`. `braces` is False for `data="{{a, b: x}}"`, where the mustache itself is the object."""

    entries: tuple[Property | Spread, ...]
    start: int
    braces: bool = True


Expression = (
    Literal | Name | Member | Index | Call | Unary | Binary | Conditional | ArrayLiteral | ObjectLiteral
)  # fmt: skip
