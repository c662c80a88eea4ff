"""Paths into the data, loop variables and wxs modules in mustaches; class names in their texts."""

from __future__ import annotations

import re

from runtime.compiler.wxml.syntax import Document
from runtime.language.answers import Suggestion, SuggestionKind
from runtime.language.completion.wxml_values import class_suggestions
from runtime.language.documents import Documents
from runtime.language.wxml.classes import holds_classes
from runtime.language.wxml.data import DataScope, ReadValue, ValueKind
from runtime.language.wxml.place import Place
from runtime.language.wxml.scope import chain_at

_TEXT = re.compile(r"'[^']*+'|\"[^\"]*+\"")
_NAME = re.compile(r"[\w\-\u0080-\uffff]*\Z")
_LISTS = ("string", "String", "Array", "array")
_KINDS: dict[ValueKind, SuggestionKind] = {
    "data": "data", "property": "property", "loop": "variable", "module": "module", "function": "function",
    "field": "data",
}  # fmt: skip
_RANKS: dict[ValueKind, int] = {"loop": 0, "data": 1, "property": 1, "module": 2, "function": 0, "field": 0}


def data_suggestions(
    documents: Documents, document: Document, place: Place, offset: int
) -> tuple[int, int, list[Suggestion]]:
    """What can be read at an offset in a mustache, and the stretch of the name there."""
    text = document.source.text
    written = text[place.start : offset]
    if place.attribute is not None and holds_classes(place.attribute) and _is_in_text(written):
        name = _NAME.search(written)
        start = place.start + name.start() if name is not None else offset
        return start, offset, list(class_suggestions(documents, document.source.path))
    chain = chain_at(text, place.start, place.end, offset)
    if not chain:
        return offset, offset, []
    scope = DataScope(documents, document, place)
    if len(chain) == 1:
        found = {one.name: one for one in reversed(list(scope.names()))}
    else:
        owner = scope.find(chain[:-1])
        found = {one.name: one for one in scope.members(owner)} if owner is not None else {}
        if owner is not None and (owner.shape.item is not None or owner.shape.type in _LISTS):
            found["length"] = ReadValue("field", "length", "number")
    return chain[-1].start, chain[-1].end, [_suggestion(one) for one in found.values()]


def _is_in_text(written: str) -> bool:
    """Whether quotation marks are open at the end of a part of an expression."""
    rest = _TEXT.sub("", written)
    return "'" in rest or '"' in rest


def _suggestion(value: ReadValue) -> Suggestion:
    return Suggestion(value.name, _KINDS[value.kind], value.name, value.detail, rank=_RANKS[value.kind])
