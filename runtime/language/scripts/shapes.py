"""What values of literals look like: members of objects, items of lists. Enough to complete a path into the data."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from runtime.compiler.lint.script.object_literal import Bindings, member_name
from runtime.compiler.script.syntax import Source
from runtime.language.scripts.places import Places

_TYPES = {
    "string": "string", "template_string": "string", "number": "number", "true": "boolean", "false": "boolean",
    "null": "null", "arrow_function": "function", "function_expression": "function", "regex": "RegExp",
}  # fmt: skip
_MAX_DEPTH = 8
_MAX_MEMBERS = 3000


@dataclass(frozen=True, slots=True)
class Field:
    """One member of an object, with the place of its name."""

    name: str
    start: int
    end: int
    shape: Shape
    is_shorthand: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """`type` as a person would write it; `fields` of an object; `item` of a list, as its first one is."""

    type: str
    fields: tuple[Field, ...] = ()
    item: Shape | None = None

    def field(self, name: str) -> Field | None:
        """The member of that name."""
        return next((field for field in self.fields if field.name == name), None)


ANY = Shape("any")


class ShapeReader:
    """Reads the literals of one script; so many members in all that data in a script cost no time."""

    def __init__(self, source: Source, bindings: Bindings, places: Places) -> None:
        self._source, self._bindings, self._places = source, bindings, places
        self._left = _MAX_MEMBERS

    def read(self, node: Node | None, depth: int = 0) -> Shape:
        """The shape of a value."""
        value = self._bindings.resolve(node)
        if not isinstance(value, Node) or depth > _MAX_DEPTH:
            return ANY
        if value.type == "object":
            return Shape("object", tuple(self._fields(value, depth)))
        if value.type == "array":
            first = next((child for child in value.named_children if child.type != "comment"), None)
            item = self.read(first, depth + 1) if first is not None and first.type != "spread_element" else ANY
            return Shape(f"{item.type}[]" if item is not ANY else "array", item=item)
        return Shape(_TYPES.get(value.type, "any"))

    def _fields(self, literal: Node, depth: int) -> list[Field]:
        found: dict[str, Field] = {}
        for child in literal.named_children:
            if child.type == "spread_element":
                inner = self._bindings.resolve(child.named_children[0] if child.named_child_count else None)
                if isinstance(inner, Node) and inner.type == "object" and depth < _MAX_DEPTH:
                    found.update((field.name, field) for field in self._fields(inner, depth + 1))
                continue
            name = member_name(self._source, child)
            if name is None or self._left <= 0:
                continue
            self._left -= 1
            key = child.child_by_field_name("key") or child.child_by_field_name("name") or child
            shape = self.read(child.child_by_field_name("value") or None, depth + 1)
            if child.type == "method_definition":
                shape = Shape("function")
            is_shorthand = key.type == "shorthand_property_identifier"
            found[name] = Field(name, *self._places.of(key), shape, is_shorthand)
        return list(found.values())
