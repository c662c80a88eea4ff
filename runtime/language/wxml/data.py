"""What can be read in a mustache at one place of a template, and what a path of names leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from runtime.compiler.wxml.directives import ForBlock
from runtime.compiler.wxml.expressions.syntax import Expression, Index, Member, Name
from runtime.compiler.wxml.expressions.tokens import Token
from runtime.compiler.wxml.syntax import Document, Text
from runtime.language.components import Definition, definition_of, owners_of
from runtime.language.documents import Documents
from runtime.language.scripts.declared import Members
from runtime.language.scripts.facts import read_script
from runtime.language.scripts.shapes import ANY, Shape
from runtime.language.wxml.place import Place
from runtime.language.wxml.scope import is_in_template, loops_at, modules_of

ValueKind = Literal["data", "property", "loop", "module", "function", "field"]


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A name that can be read. `path`, `start` and `end` say where it is declared; `path` "" where that is unknown."""

    kind: ValueKind
    name: str
    detail: str = ""
    shape: Shape = ANY
    path: str = ""
    start: int = 0
    end: int = 0


class DataScope:
    """The names of one place."""

    def __init__(self, documents: Documents, document: Document, place: Place) -> None:
        self._documents = documents
        self._path = document.source.path
        self._loops = loops_at(place.above, place.element, place.attribute)
        self._modules = modules_of(document)
        self._definitions: list[Definition] = []
        if not is_in_template(place.above):
            self._definitions = [definition_of(documents, stem) for stem in owners_of(documents, self._path)]

    def names(self) -> Iterator[ReadValue]:
        """All names that stand for something, the nearest first."""
        for number, loop in enumerate(self._loops):
            yield self._item(number)
            yield ReadValue("loop", loop.index, "index")
        for name in self._modules:
            yield self._module(name)
        for definition in self._definitions:
            for name in (*definition.data, *definition.properties):
                value = self._declared(definition, name)
                if value is not None:
                    yield value

    def members(self, value: ReadValue) -> Iterator[ReadValue]:
        """What can be read of a value."""
        if value.kind == "module":
            exports, at = self._exports(value)
            for name, one in exports.items():
                yield ReadValue("function", name, one.detail, ANY, value.path, at + one.start, at + one.end)
        for field in value.shape.fields:
            yield ReadValue("field", field.name, field.shape.type, field.shape, value.path, field.start, field.end)

    def find(self, chain: list[Token]) -> ReadValue | None:
        """What a path of names leads to; None where that is unknown."""
        value = self._first(chain[0].text, 0) if chain else None
        for token in chain[1:]:
            if value is None:
                return None
            if token.text == "[]":
                value = ReadValue("field", "[]", "", value.shape.item or ANY, value.path, value.start, value.end)
            else:
                value = next((one for one in self.members(value) if one.name == token.text), None)
        return value

    def _first(self, name: str, outside: int) -> ReadValue | None:
        """A name; the innermost loops up to `outside` are not seen."""
        for number, loop in enumerate(self._loops[outside:], outside):
            if name == loop.index:
                return ReadValue("loop", name, "index")
            if name == loop.item:
                return self._item(number)
        if name in self._modules:
            return self._module(name)
        for definition in self._definitions:
            value = self._declared(definition, name)
            if value is not None:
                return value
        return None

    def _declared(self, definition: Definition, name: str) -> ReadValue | None:
        found = definition.value(name)
        if found is None:
            return None
        kind: ValueKind = "data" if name in definition.data else "property"
        member = found.member
        return ReadValue(kind, name, member.detail, member.shape, found.path, member.start, member.end)

    def _module(self, name: str) -> ReadValue:
        element, file = self._modules[name]
        place = element.attribute("module")
        value = place.value if place is not None else None
        if file:
            return ReadValue("module", name, file, ANY, file)
        start, end = (value.start, value.end) if value is not None else (element.start, element.name_end)
        return ReadValue("module", name, "wxs", ANY, self._path, start, end)

    def _exports(self, module: ReadValue) -> tuple[Members, int]:
        """What a wxs module offers, and where its text begins in the file."""
        element, file = self._modules[module.name]
        if file:
            facts = self._documents.script(file)
            return (facts.exports if facts is not None else {}), 0
        text = next((child for child in element.children if isinstance(child, Text)), None)
        return (read_script(self._path, text.value.raw).exports, text.start) if text is not None else ({}, 0)

    def _item(self, number: int) -> ReadValue:
        loop: ForBlock = self._loops[number]
        whole = loop.value.whole
        listed = self._shape(whole.expression, number + 1) if whole is not None else None
        shape = (listed.shape.item or ANY) if listed is not None else ANY
        if listed is None:
            return ReadValue("loop", loop.item, shape.type, shape)
        return ReadValue("loop", loop.item, shape.type, shape, listed.path, listed.start, listed.end)

    def _shape(self, expression: Expression | None, outside: int) -> ReadValue | None:
        match expression:
            case Name(name, _):
                return self._first(name, outside)
            case Member(inner, name, _):
                value = self._shape(inner, outside)
                return next((one for one in self.members(value) if one.name == name), None) if value else None
            case Index(inner, _, _):
                value = self._shape(inner, outside)
                return ReadValue("field", "[]", "", value.shape.item or ANY, value.path, value.start) if value else None
            case _:
                return None
