"""Who may read and write a collection: four simple rules, and expressions of the platform's security rules.

    "READONLY"    all read, the creator writes (the usual one)      "PRIVATE"    the creator reads and writes
    "ADMINWRITE"  all read, functions write                         "ADMINONLY"  functions read and write
    {"read": expression, "write": expression}      `create`, `update`, `delete` count before `write`

An expression is true, false, or a text over `doc`, `auth.openid`, `now`, `request.data`: `doc._openid == auth.openid`.
``get(`database.shops.${doc.shop}`).owner`` reads another document, whoever may read it, three times at most.
Source: reference, database, permissions and security rules.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from runtime.cloud.conditions import Document
from runtime.cloud.failure import DENIED, CloudFailure
from runtime.cloud.names import SIMPLE_RULES, USUAL_RULE

Deed = Literal["read", "create", "update", "delete"]

_WORDS = (
    (re.compile(r"&&"), " and "), (re.compile(r"\|\|"), " or "), (re.compile(r"!(?!=)"), " not "),
    (re.compile(r"([=!]=)="), r"\1"), (re.compile(r"\btrue\b"), "True"), (re.compile(r"\bfalse\b"), "False"),
    (re.compile(r"\b(?:null|undefined)\b"), "None"),
)  # fmt: skip
_TEXT = re.compile(r"('[^'\\]*(?:\\.[^'\\]*)*'|\"[^\"\\]*(?:\\.[^\"\\]*)*\")")
_TEMPLATE = re.compile(r"`([^`\\]*)`")
_INSERTED = re.compile(r"\$\{([^}]*)\}")
_PLACE = re.compile(r"database\.([^.]+)\.(.+)", re.DOTALL)
MOST_READ = 3
Read = Callable[[str, str], Document | None]
"""Collection and id; the document, if there is one."""
_COMPARE: Mapping[type, Callable[[Any, Any], Any]] = MappingProxyType({
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge, ast.In: lambda a, b: a in b, ast.NotIn: lambda a, b: a not in b,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. Functions and the panel are nobody: they may all."""

    openid: str


class Rule:
    """The rule of a collection, as it is written; None: the usual one. `read` finds what `get(…)` asks for."""

    def __init__(self, written: Any, read: Read = lambda _collection, _id: None) -> None:
        self._written = USUAL_RULE if written is None else written
        self._read = read
        self._parsed: dict[str, ast.expr] = {}

    @property
    def is_simple(self) -> bool:
        """Whether it is one of four: those hide what is not the person's own, instead of refusing."""
        return isinstance(self._written, str)

    def allows(self, person: Person | None, deed: Deed, document: Document, data: Any = None, now_ms: int = 0) -> bool:
        """Whether a person may do it to a document. Raises CloudFailure for an expression that is none."""
        if person is None:
            return True
        if isinstance(self._written, str):
            return _simply(self._written, deed, document.get("_openid") == person.openid)
        rules = self._written if isinstance(self._written, dict) else {}
        expression = rules.get(deed, rules.get("read" if deed == "read" else "write", False))
        if not isinstance(expression, str):
            return expression is True
        if expression not in self._parsed:
            self._parsed[expression] = _parsed(expression)
        names = {"doc": document, "auth": {"openid": person.openid}, "now": now_ms, "request": {"data": data or {}}}
        return bool(_valued(self._parsed[expression], _Known(names, self._read)))


def check_rule(written: Any) -> None:
    """Raises CloudFailure for what is no rule."""
    if isinstance(written, str) and written not in SIMPLE_RULES:
        raise CloudFailure(DENIED, f"unknown rule {written}")
    for expression in written.values() if isinstance(written, dict) else ():
        if isinstance(expression, str):
            _parsed(expression)


def _simply(rule: str, deed: Deed, is_own: bool) -> bool:
    if deed == "read":
        return rule in ("READONLY", "ADMINWRITE") or (rule == "PRIVATE" and is_own)
    return rule in ("READONLY", "PRIVATE") and (is_own or deed == "create")


@dataclass(slots=True)
class _Known:
    """What an expression can ask, in one evaluation."""

    names: Mapping[str, Any]
    read: Read
    asked: dict[str, Document | None] = field(default_factory=dict)

    def get(self, place: Any) -> Document | None:
        """The document at `database.<collection>.<id>`."""
        found = _PLACE.fullmatch(place) if isinstance(place, str) else None
        if found is None:
            raise CloudFailure(DENIED, f"get() of the security rule wants database.<collection>.<id>, not {place}")
        if place not in self.asked:
            if len(self.asked) >= MOST_READ:
                raise CloudFailure(DENIED, f"the security rule asks get() for more than {MOST_READ} documents")
            self.asked[place] = self.read(found[1], found[2])
        return self.asked[place]


def _valued(expression: ast.expr, known: _Known) -> Any:
    try:
        return _value(expression, known)
    except (TypeError, KeyError, IndexError, RecursionError):
        # As in the platform, what cannot be compared is not allowed.
        return False


def _parsed(expression: str) -> ast.expr:
    pieces = _TEXT.split(_TEMPLATE.sub(_as_sum, expression))
    for index in range(0, len(pieces), 2):
        for found, instead in _WORDS:
            pieces[index] = found.sub(instead, pieces[index])
    try:
        return ast.parse("".join(pieces).strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise CloudFailure(DENIED, f"the security rule is no expression: {expression}") from error


def _as_sum(template: re.Match[str]) -> str:
    """A template text as a sum of its parts."""
    parts = _INSERTED.split(template[1])
    return "(" + "+".join(f"({part})" if at % 2 else repr(part) for at, part in enumerate(parts)) + ")"


def _value(node: ast.expr, known: _Known) -> Any:
    match node:
        case ast.Constant():
            return node.value
        case ast.Name():
            return known.names[node.id]
        case ast.Attribute():
            held = _value(node.value, known)
            return held.get(node.attr) if isinstance(held, dict) else None
        case ast.Subscript():
            return _value(node.value, known)[_value(node.slice, known)]
        case ast.List():
            return [_value(item, known) for item in node.elts]
        case ast.BoolOp():
            values = (_value(item, known) for item in node.values)
            return all(values) if isinstance(node.op, ast.And) else any(values)
        case ast.UnaryOp(op=ast.Not()):
            return not _value(node.operand, known)
        case ast.Compare() if len(node.ops) == 1:
            return _COMPARE[type(node.ops[0])](_value(node.left, known), _value(node.comparators[0], known))
        case ast.BinOp(op=ast.Add()):
            return _sum(_value(node.left, known), _value(node.right, known))
        case ast.Call(func=ast.Name(id="get"), args=[place], keywords=[]):
            return known.get(_value(place, known))
    raise CloudFailure(DENIED, f"the security rule has something that Handset does not know: {ast.unparse(node)}")


def _sum(left: Any, right: Any) -> Any:
    """Texts are joined, as JavaScript does."""
    if isinstance(left, str) or isinstance(right, str):
        return f"{left}{right}"
    return left + right
