"""The class names that a template gives to its elements: in `class`, in `hover-class` and its like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from runtime.compiler.wxml.syntax import Attribute, Document, Mustache
from runtime.language.wxml.scope import texts_in

_WORD = re.compile(r"[^\s{}\"']+")
_CLASS = re.compile(r"-?[_a-zA-Z\u0080-\uffff][\w\-\u0080-\uffff]*")


@dataclass(frozen=True, slots=True)
class ClassUse:
    """A whole class name in a template; names that are put together from parts are not among them."""

    name: str
    start: int
    end: int


def holds_classes(attribute: Attribute) -> bool:
    """Whether the values of an attribute are class names."""
    return attribute.name == "class" or attribute.name.endswith("-class")


def classes_in(document: Document) -> Iterator[ClassUse]:
    """Every class name of the template."""
    for element in document.elements():
        for attribute in element.attributes:
            if holds_classes(attribute):
                yield from classes_of(attribute, document.source.text)


def classes_of(attribute: Attribute, text: str) -> Iterator[ClassUse]:
    """The class names in one attribute."""
    value = attribute.value
    if value is None:
        return
    mustaches = [piece for piece in value.pieces if isinstance(piece, Mustache)]
    at = value.start
    for start, end in [*((one.start, one.end) for one in mustaches), (value.end, value.end)]:
        for match in _WORD.finditer(text, at, start):
            is_cut = (match.start() == at and at > value.start) or (match.end() == start and start < value.end)
            if not is_cut and _CLASS.fullmatch(match[0]):
                yield ClassUse(match[0], match.start(), match.end())
        at = end
    for mustache in mustaches:
        is_whole = text[mustache.start - 1].isspace() or mustache.start == value.start
        is_whole = is_whole and (mustache.end == value.end or text[mustache.end].isspace())
        if mustache.expression is not None and is_whole:
            for literal in texts_in(mustache.expression):
                yield from _in_text(str(literal.value), literal.start + 1, text)


def _in_text(value: str, start: int, text: str) -> Iterator[ClassUse]:
    if not text.startswith(value, start):
        return
    for match in _WORD.finditer(value):
        if _CLASS.fullmatch(match[0]):
            yield ClassUse(match[0], start + match.start(), start + match.end())
