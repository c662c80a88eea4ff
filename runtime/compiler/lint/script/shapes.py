"""What `Page({…})`, `Component({…})` and `Behavior({…})` declare, read off the text without running it.

A shape is only there if the text leaves no doubt: one call, an object literal, no computed names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct
from tree_sitter import Node

from runtime.compiler.lint.script.instance_leaks import has_instance_leak
from runtime.compiler.lint.script.object_literal import Bindings, Imported
from runtime.compiler.script.references import literal_text
from runtime.compiler.script.syntax import Source

_CONSTRUCTORS = """
(call_expression function: (identifier) @name (#any-of? @name "Page" "Component" "Behavior")
    arguments: (arguments)) @call
"""
_EXPORTS = """
(program (expression_statement (assignment_expression left: (member_expression) @left right: (_) @right)))
(program (export_statement) @export)
"""
_FIRST_NAME = re.compile(r"(?:^|,)\s*([\w$]+)")


class Shape(Struct, frozen=True, tag=True):
    """One definition. None stands for "not certain".

    `behaviors`: shapes of the same file, names of other modules, and `wx://…` texts.
    """

    methods: frozenset[str] | None
    properties: frozenset[str] | None
    behaviors: tuple[Shape | Imported | str, ...] | None


@dataclass(frozen=True)
class ScriptShapes:
    """`main`: the page or component of the file. `exports`: behaviors by exported name, `"*"` for the module.

    `leaks`: the instance is handed to functions that may add methods to it.
    """

    main: Shape | None = None
    exports: Mapping[str, Shape] = field(default_factory=dict)
    leaks: bool = False


def read_shapes(source: Source) -> ScriptShapes:
    """The shapes of a script."""
    if not any(word in source.code for word in (b"Page(", b"Component(", b"Behavior(", b"Page<", b"Component<")):
        return ScriptShapes()
    reader = _Reader(source)
    return ScriptShapes(reader.main(), reader.exports(), has_instance_leak(source))


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.bindings = Bindings(source)
        self.calls = [
            node for name, node in source.find(_CONSTRUCTORS) if name == "call" and node.type == "call_expression"
        ]

    def main(self) -> Shape | None:
        calls = [call for call in self.calls if self._constructor(call) != "Behavior"]
        return self._shape(calls[0]) if len(calls) == 1 else None

    def exports(self) -> dict[str, Shape]:
        found: dict[str, Shape] = {}
        left = ""
        for capture, node in self.source.find(_EXPORTS):
            if capture == "left":
                left = self._text(node)
            elif capture == "right":
                if left == "module.exports":
                    self._add_members(found, node)
                elif left.startswith(("exports.", "module.exports.")):
                    self._add(found, left.rpartition(".")[2], node)
            else:
                self._exported(found, node)
        return found

    def _exported(self, found: dict[str, Shape], statement: Node) -> None:
        value = statement.child_by_field_name("value")
        declaration = statement.child_by_field_name("declaration")
        if value is not None:
            self._add(found, "default", value)
        for declarator in declaration.named_children if declaration is not None else ():
            name = declarator.child_by_field_name("name")
            if name is not None and declarator.type == "variable_declarator":
                self._add(found, self._text(name), declarator.child_by_field_name("value"))
        for clause in statement.named_children:
            if clause.type == "export_clause" and statement.child_by_field_name("source") is None:
                for item in clause.named_children:
                    name, alias = item.child_by_field_name("name"), item.child_by_field_name("alias")
                    if name is not None:
                        self._add(found, self._text(alias or name), name)

    def _add_members(self, found: dict[str, Shape], node: Node) -> None:
        self._add(found, "*", node)
        for name, value in (self.bindings.members(node) or {}).items():
            self._add(found, name, value)

    def _add(self, found: dict[str, Shape], name: str, node: Node | None) -> None:
        value = self.bindings.resolve(node)
        if isinstance(value, Node) and self._constructor(value) == "Behavior":
            shape = self._shape(value)
            if shape is not None:
                found[name] = shape

    def _constructor(self, node: Node) -> str:
        callee = node.child_by_field_name("function") if node.type == "call_expression" else None
        return self._text(callee) if callee is not None and callee.type == "identifier" else ""

    def _shape(self, call: Node, depth: int = 0) -> Shape | None:
        arguments = call.child_by_field_name("arguments")
        written = [child for child in arguments.named_children if child.type != "comment"] if arguments else []
        members = self.bindings.members(written[0]) if len(written) == 1 and depth < 10 else None
        if members is None or "definitionFilter" in members:
            return None
        if self._constructor(call) == "Page":
            methods: frozenset[str] | None = frozenset(members)
        else:
            methods = self._names(members.get("methods"))
        properties = self._names(members.get("properties"))
        classes = self._texts(members.get("externalClasses"))
        declared = None if properties is None or classes is None else properties | classes | self._observed(members)
        return Shape(methods, declared, self._behaviors(members.get("behaviors"), depth))

    def _names(self, node: Node | None) -> frozenset[str] | None:
        if node is None:
            return frozenset()
        members = self.bindings.members(node)
        return None if members is None else frozenset(members)

    def _observed(self, members: Mapping[str, Node]) -> frozenset[str]:
        """What is observed is meant to be given, declared or not."""
        paths = ",".join(self._names(members.get("observers")) or ())
        return frozenset(_FIRST_NAME.findall(paths))

    def _texts(self, node: Node | None) -> frozenset[str] | None:
        if node is None:
            return frozenset()
        value = self.bindings.resolve(node)
        if not isinstance(value, Node) or value.type != "array":
            return None
        texts = [literal_text(child) for child in value.named_children if child.type != "comment"]
        return None if None in texts else frozenset(text for text in texts if text is not None)

    def _behaviors(self, node: Node | None, depth: int) -> tuple[Shape | Imported | str, ...] | None:
        if node is None:
            return ()
        value = self.bindings.resolve(node)
        if not isinstance(value, Node) or value.type != "array":
            return None
        found: list[Shape | Imported | str] = []
        for child in value.named_children:
            if child.type == "comment":
                continue
            behavior = self._behavior(child, depth)
            if behavior is None:
                return None
            found.append(behavior)
        return tuple(found)

    def _behavior(self, node: Node, depth: int) -> Shape | Imported | str | None:
        text = literal_text(node)
        if text is not None:
            return text
        value = self.bindings.resolve(node)
        if not isinstance(value, Node):
            return value
        return self._shape(value, depth + 1) if self._constructor(value) == "Behavior" else None

    def _text(self, node: Node) -> str:
        return self.source.text(node).decode("utf-8", "replace")
