"""Where a script uses what its page or component has: `this.method`, `this.data.key`, keys of `setData`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tree_sitter import Node

from runtime.compiler.script.syntax import Source
from runtime.language.scripts.data_paths import ITEM, PathKey, keys_of
from runtime.language.scripts.places import Places

_ALIASES = "(variable_declarator name: (identifier) @alias value: (this))"
_MEMBERS = "[(member_expression) (subscript_expression)] @member"
_PICKED = "(variable_declarator name: (object_pattern) @pattern value: (_) @value)"
_CALLS = "(call_expression function: (member_expression property: (property_identifier) @name)) @call"
_DATA = frozenset({b"data", b"properties"})
_SELECTING = frozenset({b"select", b"selectAll", b"selectComponent", b"selectAllComponents"})
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_CHAINED = frozenset({"member_expression", "subscript_expression"})
# Where only the presence or the size of a value is looked at.
_LOOKED_AT = frozenset({"unary_expression", "binary_expression"})
_WHOLE = frozenset({"string", "template_string", "number", "true", "false", "null", "undefined"})
_MAX_DEPTH = 30

UseKind = Literal["member", "data", "class"]
UseForm = Literal["name", "shorthand", "picked"]


@dataclass(frozen=True, slots=True)
class Use:
    """A name in use. `shorthand`: `{name}` makes a member of a variable; `picked`: `{name} = …` the other way.

    `above`: of data, the keys that lead to it. `is_open`: what it holds comes from code, or goes to code, that is not
    followed.
    """

    kind: UseKind
    name: str
    start: int
    end: int
    form: UseForm = "name"
    above: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The whole path of it in the data."""
        return (*self.above, self.name)


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

    # -- this.data.a.b

    def _is_self(self, node: Node | None) -> bool:
        return node is not None and (
            node.type == "this" or (node.type == "identifier" and self.source.text(node) in self.aliases)
        )

    def _path(self, node: Node | None, depth: int = 0) -> tuple[str, ...] | None:
        """The keys by which an expression is reached from the data; None for what is no part of it."""
        if node is None or node.type not in _CHAINED or depth > _MAX_DEPTH:
            return None
        owner, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if name is not None and self.source.text(name) in _DATA and self._is_self(owner):
            return ()
        above = self._path(owner, depth + 1)
        return None if above is None else (*above, self._text(name) if name is not None else ITEM)

    def _member(self, member: Node) -> Iterator[Use]:
        owner, name = member.child_by_field_name("object"), member.child_by_field_name("property")
        if name is None:
            index, above = member.child_by_field_name("index"), self._path(owner)
            if index is not None and above is not None:
                start, _ = self.places.of(index)
                yield Use("data", ITEM, start, start, above=above, is_open=_is_handed_on(member))
        elif name.type != "property_identifier":
            return
        elif self._is_self(owner):
            yield self._use("member", name)
        elif (above := self._path(owner)) is not None:
            yield self._use("data", name, above=above, is_open=_is_handed_on(member))

    # -- const { a } = this.data

    def _picked(self, pattern: Node) -> Iterator[Use]:
        value = pattern.parent.child_by_field_name("value") if pattern.parent is not None else None
        if self._is_self(value):
            yield from self._names(pattern, "member", ())
        elif (above := self._path(value)) is not None:
            yield from self._names(pattern, "data", above)

    def _names(self, pattern: Node, kind: UseKind, above: tuple[str, ...], depth: int = 0) -> Iterator[Use]:
        is_open = kind == "data"
        for item in pattern.named_children:
            if item.type == "shorthand_property_identifier_pattern":
                yield self._use(kind, item, "picked", above, is_open=is_open)
            elif item.type == "object_assignment_pattern" and (left := item.child_by_field_name("left")) is not None:
                yield self._use(kind, left, "picked", above, is_open=is_open)
            elif item.type == "pair_pattern" and (key := item.child_by_field_name("key")) is not None:
                value = item.child_by_field_name("value")
                inner = value if value is not None and value.type == "object_pattern" and depth < _MAX_DEPTH else None
                use = self._use(kind, key, above=above, is_open=is_open and inner is None)
                yield use
                if inner is not None and (kind == "data" or use.name in ("data", "properties")):
                    yield from self._names(inner, "data", use.keys if kind == "data" else (), depth + 1)

    # -- setData({ 'a.b': c })

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
            yield self._use("data", child, "shorthand", is_open=True)
            return
        key, value = child.child_by_field_name("key") or child.child_by_field_name("name"), None
        value = child.child_by_field_name("value")
        if key is not None and key.type == "computed_property_name":
            key = key.named_children[0] if key.named_child_count else None
        if key is None or key.type not in ("property_identifier", "string", "template_string"):
            return
        start, end = self.places.of(key)
        written = self._text(key)
        keys = keys_of(written[1:-1], start) if key.type != "property_identifier" else (PathKey(written, start, end),)
        for number, one in enumerate(keys):
            above = tuple(before.name for before in keys[:number])
            is_last = number + 1 == len(keys)
            yield Use("data", one.name, one.start, one.end, above=above, is_open=is_last and not _is_literal(value))
        if value is not None and keys:
            yield from self._set_value(value, tuple(one.name for one in keys), 0)

    def _set_value(self, value: Node, above: tuple[str, ...], depth: int) -> Iterator[Use]:
        """The keys of the literals that are set."""
        if depth > _MAX_DEPTH or value.type not in ("object", "array"):
            return
        for child in value.named_children:
            if value.type == "array":
                yield Use("data", ITEM, *(self.places.of(child)[0],) * 2, above=above, is_open=not _is_literal(child))
                yield from self._set_value(child, (*above, ITEM), depth + 1)
            elif child.type == "shorthand_property_identifier":
                yield self._use("data", child, "shorthand", above, is_open=True)
            elif child.type == "pair" and (key := child.child_by_field_name("key")) is not None:
                inner = child.child_by_field_name("value")
                if key.type not in ("property_identifier", "string") or inner is None:
                    continue
                use = self._use("data", key, above=above, is_open=not _is_literal(inner))
                yield use
                yield from self._set_value(inner, use.keys, depth + 1)

    def _use(
        self, kind: UseKind, node: Node, form: UseForm = "name", above: tuple[str, ...] = (), *, is_open: bool = False
    ) -> Use:
        start, end = self.places.of(node)
        return Use(kind, self._text(node).strip("'\""), start, end, form, above, is_open)

    def _text(self, node: Node) -> str:
        return self.source.text(node).decode("utf-8", "replace")


def _is_handed_on(member: Node) -> bool:
    """Whether a value is given to code that may read any of its keys."""
    parent = member.parent
    if parent is None or parent.type in _CHAINED:
        return parent is not None and parent.child_by_field_name("object") != member
    if parent.type == "variable_declarator":
        name = parent.child_by_field_name("name")
        return name is None or name.type != "object_pattern"
    return parent.type not in _LOOKED_AT


def _is_literal(node: Node | None) -> bool:
    """Whether all keys of a value are written there; what has no keys is whole too."""
    if node is None or node.type not in ("object", "array"):
        return node is not None and node.type in _WHOLE
    return all(child.type != "spread_element" for child in node.named_children)
