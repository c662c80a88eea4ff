"""What `Page({…})`, `Component({…})` and `Behavior({…})` declare as far as it can be seen, for people who are writing.

Unlike `lint.script.shapes`, which says what is certain, this takes what is there: spreads that are not understood and
half-typed parts are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from runtime.compiler.lint.script.object_literal import Bindings, Imported, member_name
from runtime.compiler.script.syntax import Source
from runtime.language.scripts.data_paths import ITEM, PathKey, paths_in
from runtime.language.scripts.places import Places
from runtime.language.scripts.shapes import ANY, Field, Shape, ShapeReader

CONSTRUCTORS = ("Page", "Component", "Behavior")
_CALLS = """
(call_expression function: (identifier) @name (#any-of? @name "Page" "Component" "Behavior")
    arguments: (arguments)) @call
"""
FUNCTIONS = frozenset({"function_expression", "arrow_function", "method_definition", "generator_function"})
# What may be a method of a page: functions, and what may stand for one.
_CALLED = FUNCTIONS | {"identifier", "shorthand_property_identifier", "call_expression"}
_MAX_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Member:
    """A declared name with its place. `detail` is its type or a signature, as a person would write it."""

    name: str
    start: int
    end: int
    detail: str = ""
    shape: Shape = ANY
    is_shorthand: bool = False
    """Whether the name is that of a variable too: `{name}`."""


Members = dict[str, Member]


def members_below(member: Member) -> Iterator[tuple[tuple[str, ...], Field]]:
    """What is written inside of a declared value, each place with the path to it."""
    waiting: list[tuple[tuple[str, ...], Shape]] = [((member.name,), member.shape)]
    while waiting:
        keys, shape = waiting.pop()
        for one in shape.fields:
            yield from (((*keys, one.name), place) for place in one.written)
            waiting.append(((*keys, one.name), one.shape))
        if shape.item is not None:
            waiting.append(((*keys, ITEM), shape.item))


@dataclass(frozen=True)
class Declared:
    """One definition. `behaviors`: of the same file, or names that other modules export; `observed`: paths of data."""

    constructor: str
    methods: Members = field(default_factory=dict)
    data: Members = field(default_factory=dict)
    properties: Members = field(default_factory=dict)
    classes: tuple[str, ...] = ()
    behaviors: tuple[Declared | Imported, ...] = ()
    observed: tuple[tuple[PathKey, ...], ...] = ()
    end_of_methods: int = -1
    """Where another method could be written: in front of the brace that closes them; -1 if there is no such place."""


@dataclass(frozen=True)
class DeclaredInFile:
    """`main`: the page or component; `behaviors` by the name that they are bound or exported under."""

    main: Declared | None = None
    behaviors: dict[str, Declared] = field(default_factory=dict)


def read_declared(source: Source, places: Places) -> DeclaredInFile:
    """The definitions of a script."""
    if not any(word.encode() in source.code for word in CONSTRUCTORS):
        return DeclaredInFile()
    return _Reader(source, places).read()


class _Reader:
    def __init__(self, source: Source, places: Places) -> None:
        self.source, self.places = source, places
        self.bindings = Bindings(source, is_certain=False)
        self.shapes = ShapeReader(source, self.bindings, places)

    def read(self) -> DeclaredInFile:
        calls = [node for name, node in self.source.find(_CALLS) if name == "call"]
        main: Declared | None = None
        behaviors: dict[str, Declared] = {}
        for call in calls:
            if self._constructor(call) != "Behavior":
                main = main or self._declared(call, 0)
                continue
            behavior = self._declared(call, 0)
            for name in self._names_of(call):
                behaviors[name] = behavior
        return DeclaredInFile(main, behaviors)

    def _names_of(self, call: Node) -> Iterator[str]:
        """What a value is bound or exported as; `*` is the module itself."""
        parent = call.parent
        if parent is None:
            return
        if parent.type == "variable_declarator" and (name := parent.child_by_field_name("name")) is not None:
            yield self._text(name)
        elif parent.type == "export_statement":
            yield "*"
        elif parent.type == "assignment_expression" and (left := parent.child_by_field_name("left")) is not None:
            written = self._text(left)
            yield "*" if written == "module.exports" else written.rpartition(".")[2]
        elif parent.type == "pair" and (key := parent.child_by_field_name("key")) is not None:
            yield self._text(key)

    def _constructor(self, call: Node) -> str:
        callee = call.child_by_field_name("function")
        return self._text(callee) if callee is not None else ""

    def _declared(self, call: Node, depth: int) -> Declared:
        arguments = call.child_by_field_name("arguments")
        written = [child for child in arguments.named_children if child.type != "comment"] if arguments else []
        first = written[0] if written else None
        members = dict(self._members(first, 0))
        constructor = self._constructor(call)
        if constructor == "Page":
            body = first
            called = {name: pair for name, pair in members.items() if pair[1].type in _CALLED}
            methods = {name: self._member(name, key, value) for name, (key, value) in called.items()}
        else:
            body = self._value(members, "methods")
            methods = self._named(members, "methods")
        data = {**self._named(members, "computed"), **self._data(members)}
        return Declared(
            constructor,
            methods,
            data,
            self._properties(members),
            tuple(self._texts(self._value(members, "externalClasses"))),
            tuple(self._behaviors(self._value(members, "behaviors"), depth)),
            tuple(self._observed(self._value(members, "observers"))),
            self._end_of(body),
        )

    # -- members

    def _members(self, node: Node | None, depth: int) -> Iterator[tuple[str, tuple[Node, Node]]]:
        """Name, key and value of each member of an object literal."""
        value = self.bindings.resolve(node)
        if not isinstance(value, Node) or value.type != "object" or depth > _MAX_DEPTH:
            return
        for child in value.named_children:
            if child.type == "spread_element":
                yield from self._members(child.named_children[0] if child.named_child_count else None, depth + 1)
                continue
            name = member_name(self.source, child)
            if name is not None:
                key = child.child_by_field_name("key") or child.child_by_field_name("name") or child
                yield name, (key, child.child_by_field_name("value") or child)

    def _value(self, members: dict[str, tuple[Node, Node]], name: str) -> Node | None:
        return members[name][1] if name in members else None

    def _named(self, members: dict[str, tuple[Node, Node]], name: str) -> Members:
        inner = self._members(self._value(members, name), 0)
        return {name: self._member(name, key, value) for name, (key, value) in inner}

    def _member(self, name: str, key: Node, value: Node) -> Member:
        is_shorthand = key.type == "shorthand_property_identifier"
        return Member(name, *self.places.of(key), self._signature(name, value), is_shorthand=is_shorthand)

    def _signature(self, name: str, value: Node) -> str:
        parameters = value.child_by_field_name("parameters") if value.type in FUNCTIONS else None
        return f"{name}{' '.join(self._text(parameters).split())}" if parameters is not None else ""

    def _data(self, members: dict[str, tuple[Node, Node]]) -> Members:
        value = self._value(members, "data")
        if value is not None and value.type in FUNCTIONS:
            value = _returned(value)
        fields = self.shapes.read(value).fields
        made = [Member(one.name, one.start, one.end, one.shape.type, one.shape, one.is_shorthand) for one in fields]
        return {member.name: member for member in made}

    def _properties(self, members: dict[str, tuple[Node, Node]]) -> Members:
        found: Members = {}
        for name, (key, value) in self._members(self._value(members, "properties"), 0):
            inner = dict(self._members(value, 0))
            type_node = inner["type"][1] if "type" in inner else None if inner else value
            default = inner["value"][1] if "value" in inner else None
            shape = self.shapes.read(default) if default is not None else ANY
            written = self._text(type_node) if type_node is not None and type_node.type != "pair" else ""
            detail = written.split("\n")[0][:60]
            if default is not None:
                detail = f"{detail} = {' '.join(self._text(default).split())[:60]}"
            found[name] = Member(name, *self.places.of(key), detail, shape)
        return found

    def _observed(self, node: Node | None) -> Iterator[tuple[PathKey, ...]]:
        """The data that `observers` name."""
        for name, (key, _) in self._members(node, 0):
            yield from paths_in(name, self.places.of(key)[0])

    def _texts(self, node: Node | None) -> Iterator[str]:
        value = self.bindings.resolve(node)
        for child in value.named_children if isinstance(value, Node) and value.type == "array" else ():
            if child.type == "string":
                yield self._text(child)[1:-1]

    def _behaviors(self, node: Node | None, depth: int) -> Iterator[Declared | Imported]:
        value = self.bindings.resolve(node)
        for child in value.named_children if isinstance(value, Node) and value.type == "array" else ():
            behavior = self._member_of_module(child) or self.bindings.resolve(child)
            if isinstance(behavior, Imported):
                yield behavior
            elif behavior is not None and self._constructor(behavior) == "Behavior" and depth < _MAX_DEPTH:
                yield self._declared(behavior, depth + 1)

    def _member_of_module(self, node: Node) -> Imported | None:
        """`module.name`, where the module was required."""
        owner, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        module = self.bindings.resolve(owner) if node.type == "member_expression" and owner is not None else None
        if not isinstance(module, Imported) or module.name != "*" or name is None:
            return None
        return Imported(module.module, self._text(name))

    def _end_of(self, node: Node | None) -> int:
        value = self.bindings.resolve(node)
        if not isinstance(value, Node) or value.type != "object":
            return -1
        last = value.children[-1]
        return self.places.of(last)[0] if last.type == "}" else -1

    def _text(self, node: Node) -> str:
        return self.source.text(node).decode("utf-8", "replace")


def _returned(function: Node) -> Node | None:
    body = function.child_by_field_name("body")
    if body is None or body.type != "statement_block":
        return body.named_children[0] if body is not None and body.type == "parenthesized_expression" else body
    statement = next((child for child in body.named_children if child.type == "return_statement"), None)
    return statement.named_children[0] if statement is not None and statement.named_child_count else None
