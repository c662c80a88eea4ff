"""Reads object literals off the tree: members by name, followed through constants of the same file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from tree_sitter import Node

from runtime.compiler.script.references import literal_text, required_module
from runtime.compiler.script.syntax import Source

_WRAPPERS = frozenset({"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression"})
MAX_STEPS = 20
# Ways in which members get into an object: `a[key] = …`, `f(a)`, `a.push(…)`.
_CHANGES = """
(subscript_expression object: (identifier) @changed)
(call_expression function: (member_expression object: (identifier) @changed))
(arguments (identifier) @given)
"""
_CONSTRUCTORS = frozenset({b"Page", b"Component", b"Behavior"})


class Imported(Struct, frozen=True, tag=True):
    """A name that another module exports; `"*"` is the module itself (`module.exports`)."""

    module: str
    name: str


class Bindings:
    """What the names of a file's top level stand for.

    A name that is bound or set twice, or whose value other code may add to, stands for nothing known; if what is read
    need not be certain, it stands for what it was bound to.
    """

    def __init__(self, source: Source, *, is_certain: bool = True) -> None:
        self.source = source
        self._values: dict[str, Node | Imported] = {}
        unclear: set[str] = set()
        for name, value in _top_level(source):
            if name in self._values:
                unclear.add(name)
            self._values[name] = value
        if not is_certain:
            return
        for _, node in source.find("(assignment_expression left: (identifier) @set)"):
            unclear.add(_text(source, node))
        for capture, node in source.find(_CHANGES):
            if capture == "changed" or not _is_constructed(node):
                unclear.add(_text(source, node))
        for name in unclear:
            self._values.pop(name, None)

    def resolve(self, node: Node | None) -> Node | Imported | None:
        """The value of an expression: itself, what its name stands for, or the module that it requires."""
        for _ in range(MAX_STEPS):
            if node is None:
                return None
            if node.type in _WRAPPERS:
                node = node.named_children[0] if node.named_child_count else None
            elif node.type in ("identifier", "shorthand_property_identifier"):
                value = self._values.get(_text(self.source, node))
                if not isinstance(value, Node):
                    return value
                node = value
            else:
                module = required_module(node)
                return Imported(module, "*") if module is not None else node
        return None

    def members(self, node: Node | None) -> dict[str, Node] | None:
        """The members of an object literal with its spreads; None if not all of them are certain."""
        return self._members(node, 0)

    def _members(self, node: Node | None, depth: int) -> dict[str, Node] | None:
        value = self.resolve(node)
        if not isinstance(value, Node) or value.type != "object" or depth > MAX_STEPS:
            return None
        found: dict[str, Node] = {}
        for child in value.named_children:
            if child.type == "comment":
                continue
            if child.type == "spread_element":
                more = self._members(child.named_children[0] if child.named_child_count else None, depth + 1)
                if more is None:
                    return None
                found.update(more)
                continue
            name = member_name(self.source, child)
            if name is None:
                return None
            found[name] = child.child_by_field_name("value") or child
        return found


def member_name(source: Source, member: Node) -> str | None:
    """The name of a member of an object literal; None if it is computed."""
    if member.type == "shorthand_property_identifier":
        return _text(source, member)
    key = member.child_by_field_name("key" if member.type == "pair" else "name")
    if key is None or member.type not in ("pair", "method_definition"):
        return None
    if key.type in ("property_identifier", "number"):
        return _text(source, key)
    return literal_text(key) if key.type == "string" else None


def _is_constructed(argument: Node) -> bool:
    call = argument.parent.parent if argument.parent is not None else None
    callee = call.child_by_field_name("function") if call is not None else None
    return callee is not None and callee.text in _CONSTRUCTORS


def _top_level(source: Source) -> Iterator[tuple[str, Node | Imported]]:
    for statement in source.root.named_children:
        if statement.type == "import_statement":
            yield from _imported(source, statement)
            continue
        declaration = statement
        if statement.type == "export_statement":
            declaration = statement.child_by_field_name("declaration") or statement
        if declaration.type in ("lexical_declaration", "variable_declaration"):
            for declarator in declaration.named_children:
                name, value = declarator.child_by_field_name("name"), declarator.child_by_field_name("value")
                if name is None or value is None:
                    continue
                if name.type == "identifier":
                    yield _text(source, name), value
                elif name.type == "object_pattern" and (module := required_module(value)) is not None:
                    yield from _picked(source, name, module)


def _imported(source: Source, statement: Node) -> Iterator[tuple[str, Imported]]:
    literal = statement.child_by_field_name("source")
    module = literal_text(literal) if literal is not None else None
    clause = next((child for child in statement.named_children if child.type == "import_clause"), None)
    if module is None or clause is None:
        return
    for part in clause.named_children:
        if part.type == "identifier":
            yield _text(source, part), Imported(module, "default")
        elif part.type == "named_imports":
            for item in part.named_children:
                name, alias = item.child_by_field_name("name"), item.child_by_field_name("alias")
                if name is not None:
                    yield _text(source, alias or name), Imported(module, _text(source, name))


def _picked(source: Source, pattern: Node, module: str) -> Iterator[tuple[str, Imported]]:
    for item in pattern.named_children:
        if item.type == "shorthand_property_identifier_pattern":
            yield _text(source, item), Imported(module, _text(source, item))
        elif item.type == "pair_pattern":
            key, value = item.child_by_field_name("key"), item.child_by_field_name("value")
            if key is not None and value is not None and value.type == "identifier":
                yield _text(source, value), Imported(module, _text(source, key))


def _text(source: Source, node: Node) -> str:
    return source.text(node).decode("utf-8", "replace")
