"""Who may read and write a collection: four simple rules, and expressions of the platform's security rules.

    "READONLY"    all read, the creator writes (the usual one)      "PRIVATE"    the creator reads and writes
    "ADMINWRITE"  all read, functions write                         "ADMINONLY"  functions read and write
    {"read": expression, "write": expression}      `create`, `update`, `delete` count before `write`

An expression is true, false, or a text over `doc`, `auth.openid`, `now`, `request.data`: `doc._openid == auth.openid`.
Source: reference, database, permissions and security rules. `get(…)` of other documents is refused.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from runtime.cloud.conditions import Document
from runtime.cloud.failure import DENIED, CloudFailure

Deed = Literal["read", "create", "update", "delete"]
SIMPLE = ("READONLY", "PRIVATE", "ADMINWRITE", "ADMINONLY")
USUAL = "READONLY"

_WORDS = (
    (re.compile(r"&&"), " and "), (re.compile(r"\|\|"), " or "), (re.compile(r"!(?!=)"), " not "),
    (re.compile(r"([=!]=)="), r"\1"), (re.compile(r"\btrue\b"), "True"), (re.compile(r"\bfalse\b"), "False"),
    (re.compile(r"\b(?:null|undefined)\b"), "None"),
)  # fmt: skip
_TEXT = re.compile(r"('[^'\\]*(?:\\.[^'\\]*)*'|\"[^\"\\]*(?:\\.[^\"\\]*)*\")")
_COMPARE: Mapping[type, Callable[[Any, Any], Any]] = MappingProxyType({
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge, ast.In: lambda a, b: a in b, ast.NotIn: lambda a, b: a not in b,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. Functions and the panel are nobody: they may all."""

    openid: str


class Rule:
    """The rule of a collection, as it is written; None: the usual one."""

    def __init__(self, written: Any) -> None:
        self._written = USUAL if written is None else written

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
        known = {"doc": document, "auth": {"openid": person.openid}, "now": now_ms, "request": {"data": data or {}}}
        return bool(_valued(str(expression), known)) if isinstance(expression, str) else expression is True


def check_rule(written: Any) -> None:
    """Raises CloudFailure for what is no rule."""
    if isinstance(written, str) and written not in SIMPLE:
        raise CloudFailure(DENIED, f"unknown rule {written}")
    for expression in written.values() if isinstance(written, dict) else ():
        if isinstance(expression, str):
            _parsed(expression)


def _simply(rule: str, deed: Deed, is_own: bool) -> bool:
    if deed == "read":
        return rule in ("READONLY", "ADMINWRITE") or (rule == "PRIVATE" and is_own)
    return rule in ("READONLY", "PRIVATE") and (is_own or deed == "create")


def _valued(expression: str, known: Mapping[str, Any]) -> Any:
    try:
        return _value(_parsed(expression), known)
    except (TypeError, KeyError, IndexError, RecursionError):
        # As in the platform, what cannot be compared is not allowed.
        return False


def _parsed(expression: str) -> ast.expr:
    pieces = _TEXT.split(expression)
    for index in range(0, len(pieces), 2):
        for found, instead in _WORDS:
            pieces[index] = found.sub(instead, pieces[index])
    try:
        return ast.parse("".join(pieces).strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise CloudFailure(DENIED, f"the security rule is no expression: {expression}") from error


def _value(node: ast.expr, known: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant():
            return node.value
        case ast.Name():
            return known[node.id]
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
    raise CloudFailure(DENIED, f"the security rule has something that Handset does not know: {ast.unparse(node)}")
