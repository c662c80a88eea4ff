"""Where a script uses what its page or component has: `this.method`, `this.data.key`, keys of `setData`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tree_sitter import Node

from runtime.compiler.script.syntax import Source
from runtime.language.scripts.places import Places

_ALIASES = "(variable_declarator name: (identifier) @alias value: (this))"
_MEMBERS = "(member_expression) @member"
_PICKED = "(variable_declarator name: (object_pattern) @pattern value: (_) @value)"
_CALLS = "(call_expression function: (member_expression property: (property_identifier) @name)) @call"
_DATA = frozenset({b"data", b"properties"})
_SELECTING = frozenset({b"select", b"selectAll", b"selectComponent", b"selectAllComponents"})
_FIRST_NAME = re.compile(r"\s*([A-Za-z_$][\w$]*)")
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")

UseKind = Literal["member", "data", "class"]
UseForm = Literal["name", "shorthand", "picked"]


@dataclass(frozen=True, slots=True)
class Use:
    """A name in use. `shorthand`: `{name}` makes a member of a variable; `picked`: `{name} = …` the other way."""

    kind: UseKind
    name: str
    start: int
    end: int
    form: UseForm = "name"


def read_uses(source: Source, places: Places) -> tuple[Use, ...]:
    """All uses, in no order."""
    return tuple(_Reader(source, places).read())


class _Reader:
    def __init__(self, source: Source, places: Places) -> None:
        self.source, self.places = source, places
        self.aliases = {source.text(node) for _, node in source.find(_ALIASES)}

    def read(self) -> Iterator[Use]:
        for _, member in self.source.find(_MEMBERS):
            yield from self._member(member)
        for _, pattern in ((name, node) for name, node in self.source.find(_PICKED) if name == "pattern"):
            yield from self._picked(pattern)
        for _, call in ((name, node) for name, node in self.source.find(_CALLS) if name == "call"):
            yield from self._call(call)

    def _is_self(self, node: Node | None) -> bool:
        return node is not None and (
            node.type == "this" or (node.type == "identifier" and self.source.text(node) in self.aliases)
        )

    def _is_data(self, node: Node | None) -> bool:
        if node is None or node.type != "member_expression":
            return False
        owner, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        return name is not None and self.source.text(name) in _DATA and self._is_self(owner)

    def _member(self, member: Node) -> Iterator[Use]:
        owner, name = member.child_by_field_name("object"), member.child_by_field_name("property")
        if name is None or name.type != "property_identifier":
            return
        if self._is_self(owner):
            yield self._use("member", name)
        elif self._is_data(owner):
            yield self._use("data", name)

    def _picked(self, pattern: Node) -> Iterator[Use]:
        value = pattern.parent.child_by_field_name("value") if pattern.parent is not None else None
        kind: UseKind | None = "data" if self._is_data(value) else "member" if self._is_self(value) else None
        if kind is None:
            return
        for item in pattern.named_children:
            if item.type == "shorthand_property_identifier_pattern":
                yield self._use(kind, item, "picked")
            elif item.type == "object_assignment_pattern" and (left := item.child_by_field_name("left")) is not None:
                yield self._use(kind, left, "picked")
            elif item.type == "pair_pattern" and (key := item.child_by_field_name("key")) is not None:
                yield self._use(kind, key)

    def _call(self, call: Node) -> Iterator[Use]:
        callee, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        name = callee.child_by_field_name("property") if callee is not None else None
        if name is None or arguments is None or not arguments.named_child_count:
            return
        first = arguments.named_children[0]
        if self.source.text(name) == b"setData" and first.type == "object":
            for child in first.named_children:
                yield from self._set_key(child)
        elif self.source.text(name) in _SELECTING and first.type == "string":
            start, _ = self.places.of(first)
            for match in _CLASS.finditer(self._text(first)[1:-1]):
                yield Use("class", match[1], start + match.start(1), start + match.end(1))

    def _set_key(self, child: Node) -> Iterator[Use]:
        if child.type == "shorthand_property_identifier":
            yield self._use("data", child, "shorthand")
            return
        key = child.child_by_field_name("key") or child.child_by_field_name("name")
        if key is not None and key.type == "computed_property_name":
            key = key.named_children[0] if key.named_child_count else None
        if key is None or key.type not in ("property_identifier", "string", "template_string"):
            return
        quoted = key.type != "property_identifier"
        written = self._text(key)[1:] if quoted else self._text(key)
        match = _FIRST_NAME.match(written)
        if match is not None and (not quoted or written[match.end() :][:1] in (".", "[", "'", '"', "`")):
            start, _ = self.places.of(key)
            yield Use("data", match[1], start + match.start(1), start + match.end(1))

    def _use(self, kind: UseKind, node: Node, form: UseForm = "name") -> Use:
        start, end = self.places.of(node)
        return Use(kind, self._text(node).strip("'\""), start, end, form)

    def _text(self, node: Node) -> str:
        return self.source.text(node).decode("utf-8", "replace")
