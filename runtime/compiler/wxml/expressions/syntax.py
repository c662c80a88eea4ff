"""The nodes of a mustache's expression. `start` is an offset into the file, for messages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, string, boolean, null (None) or undefined (`UNDEFINED`)."""

    value: str | int | float | bool | Undefined | None
    start: int


@dataclass(frozen=True, slots=True)
class Undefined:
    """The type of `UNDEFINED`."""


UNDEFINED = Undefined()


@dataclass(frozen=True, slots=True)
class Name:
    """A wxs module, a loop variable or a data field: the scope decides. Reserved words are names like any other."""

    name: str
    start: int


@dataclass(frozen=True, slots=True)
class Member:
    """`object.name`"""

    object: Expression
    name: str
    start: int


@dataclass(frozen=True, slots=True)
class Index:
    """`object[key]`"""

    object: Expression
    key: Expression
    start: int


@dataclass(frozen=True, slots=True)
class Call:
    """`callee(arguments)`; `end` is behind the closing parenthesis."""

    callee: Expression
    arguments: tuple[Expression, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unary:
    """`- ! ~ + typeof void`"""

    operator: str
    operand: Expression
    start: int


@dataclass(frozen=True, slots=True)
class Binary:
    """All operators between two operands, `&&` and `||` included."""

    operator: str
    left: Expression
    right: Expression
    start: int


@dataclass(frozen=True, slots=True)
class Conditional:
    """`test ? yes : no`"""

    test: Expression
    yes: Expression
    no: Expression
    start: int


@dataclass(frozen=True, slots=True)
class Spread:
    """`...value` in an array or an object."""

    value: Expression
    start: int


@dataclass(frozen=True, slots=True)
class ArrayLiteral:
    """`[a, ...b]`; None is a hole."""

    items: tuple[Expression | Spread | None, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Property:
    """`key: value`, or `key` alone (then `value` is that name)."""

    key: str
    value: Expression


@dataclass(frozen=True, slots=True)
class ObjectLiteral:
    """`{a: 1, b, ...c}`. `braces` is False for `data="{{a, b: x}}"`, where the mustache itself is the object."""

    entries: tuple[Property | Spread, ...]
    start: int
    braces: bool = True


Expression = (
    Literal | Name | Member | Index | Call | Unary | Binary | Conditional | ArrayLiteral | ObjectLiteral
)  # fmt: skip
