"""What values of literals look like: members of objects, items of lists. Enough to complete a path into the data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from tree_sitter import Node

from runtime.compiler.lint.script.object_literal import Bindings, member_name
from runtime.compiler.script.syntax import Source
from runtime.language.scripts.data_paths import ITEM
from runtime.language.scripts.places import Places

_TYPES = {
    "string": "string", "template_string": "string", "number": "number", "true": "boolean", "false": "boolean",
    "null": "null", "arrow_function": "function", "function_expression": "function", "regex": "RegExp",
}  # fmt: skip
_WITH_MEMBERS = frozenset({"object", "array"})
_MAX_DEPTH = 8
_MAX_MEMBERS = 3000


@dataclass(frozen=True, slots=True)
class Field:
    """One member of an object, with the place of its name. `again`: the same member of further items of a list."""

    name: str
    start: int
    end: int
    shape: Shape
    is_shorthand: bool = False
    again: tuple[Field, ...] = ()

    @property
    def written(self) -> tuple[Field, ...]:
        """Every place of it."""
        return (self, *self.again)


@dataclass(frozen=True, slots=True)
class Shape:
    """`type` as a person would write it; `fields` of an object; `item` of a list: the type of its first one, the
    fields of all."""

    type: str
    fields: tuple[Field, ...] = ()
    item: Shape | None = None

    def field(self, name: str) -> Field | None:
        """The member of that name."""
        return next((field for field in self.fields if field.name == name), None)

    def at(self, keys: tuple[str, ...]) -> Shape | None:
        """What a path leads to; None where that is unknown."""
        shape: Shape | None = self
        for key in keys:
            if shape is None:
                return None
            field = shape.field(key)
            shape = shape.item if key == ITEM else field.shape if field is not None else None
        return shape


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
            return self._list(value, depth)
        return Shape(_TYPES.get(value.type, "any"))

    def _list(self, literal: Node, depth: int) -> Shape:
        items = [child for child in literal.named_children if child.type != "comment"]
        known = [child for child in items if child.type != "spread_element"]
        item = _merged([self.read(child, depth + 1) for child in known[:1]] + self._more(known[1:], depth))
        if len(known) < len(items):
            item = replace(item, type="any")
        return Shape(f"{item.type}[]" if item.type != "any" else "array", item=item if items else None)

    def _more(self, items: list[Node], depth: int) -> list[Shape]:
        """Further items of a list, as long as members are read at all."""
        return [self.read(child, depth + 1) for child in items if child.type in _WITH_MEMBERS and self._left > 0]

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


def _merged(shapes: list[Shape]) -> Shape:
    """The first one, with the members of the others besides its own."""
    if len(shapes) < 2 or not any(shape.fields or shape.item for shape in shapes[1:]):
        return shapes[0] if shapes else ANY
    named: dict[str, list[Field]] = {}
    for one in chain.from_iterable(shape.fields for shape in shapes):
        named.setdefault(one.name, []).append(one)
    items = [shape.item for shape in shapes if shape.item is not None]
    fields = tuple(
        replace(
            found[0],
            shape=_merged([one.shape for one in found]),
            again=tuple(chain.from_iterable(one.written for one in found))[1:],
        )
        for found in named.values()
    )
    return replace(shapes[0], fields=fields, item=_merged(items) if items else None)
