"""Changes of a template: an attribute, the text of an element.

An element is named by its file, line and tag and by the attributes that it was shown with; among several on one line
those decide, and where they cannot, nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.syntax import Attribute, Document, Element, Text
from runtime.edits.change import Change, Changes

_TURNED = ("wx:", "bind", "catch", "mut-bind", "capture-", "generic:", "mark:", "data-", "model:", "change:")
_CLASS = re.compile(r"[^\s\"'<>{}]+")
# A mustache may stand in the middle of a class.
_CLASSES = re.compile(r"(?:\{\{(?:[^}]|\}(?!\}))*+\}\}|[^\s{]|\{(?!\{))++")
_NAME = re.compile(r"""[^\s"'<>/={}]+""")


@dataclass(frozen=True, slots=True)
class ElementPlace:
    """Where an element was, and what it said: attributes without the values that data decides about."""

    file: str
    line: int
    tag: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """An attribute as the template has it: its text, mustaches and all; `is_bound`: it has some."""

    text: str
    is_bound: bool


def written_attributes(text: str, place: ElementPlace) -> dict[str, Written] | None:
    """The attributes of an element as they are written; None if it is not there."""
    element = find_element(parse(place.file, text), place)
    if element is None:
        return None
    return {one.name: Written(one.value.raw, one.value.static is None) if one.value else Written("", False)
            for one in element.attributes}  # fmt: skip


def written_text(text: str, place: ElementPlace) -> Written | None:
    """The text in an element that has nothing else in it."""
    element = find_element(parse(place.file, text), place)
    inside = _only_text(element) if element else None
    return None if inside is None else Written(inside.value.raw, inside.value.static is None)


def set_attribute(text: str, place: ElementPlace, name: str, value: str | None) -> Changes | None:
    """Another value, a further attribute, or (None) one less. `value` is WXML, mustaches and all."""
    element = find_element(parse(place.file, text), place)
    if element is None or not _NAME.fullmatch(name):
        return None
    attribute = element.attribute(name)
    if value is None:
        return None if attribute is None else (_without(text, attribute),)
    quoted = _quoted(value)
    if quoted is None:
        return None
    if attribute is None:
        at = max([element.name_end, *(one.end for one in element.attributes)])
        return (Change(at, at, f" {name}={quoted}"),)
    return (Change(attribute.start, attribute.end, f"{name}={quoted}"),)


def set_class(text: str, place: ElementPlace, name: str, *, is_on: bool) -> Changes | None:
    """One class more or less; None where data decides about it, or nothing would change."""
    element = find_element(parse(place.file, text), place)
    if element is None or not _CLASS.fullmatch(name):
        return None
    attribute = element.attribute("class")
    written = attribute.value.raw if attribute is not None and attribute.value is not None else ""
    pieces = _CLASSES.findall(written)
    if is_on == (name in pieces):
        return None
    kept = [*pieces, name] if is_on else [piece for piece in pieces if piece != name]
    return set_attribute(text, place, "class", " ".join(kept) or None)


def set_text(text: str, place: ElementPlace, value: str) -> Changes | None:
    """Other text in an element that has nothing else in it."""
    element = find_element(parse(place.file, text), place)
    if element is None or "<" in value:
        return None
    inside = _only_text(element)
    if inside is not None:
        raw = text[inside.start : inside.end]
        lead, tail = len(raw) - len(raw.lstrip()), len(raw) - len(raw.rstrip())
        return (Change(inside.start + lead, inside.end - (tail if raw.strip() else 0), value),)
    if element.self_closing or element.children:
        return None
    return (Change(element.open_end, element.open_end, value),)


def find_element(document: Document, place: ElementPlace) -> Element | None:
    """The element that was shown; None if it is not there, or could be one of several."""
    same = [
        one for one in document.elements() if one.tag == place.tag and document.source.line(one.start) == place.line
    ]
    if len(same) != 1:
        same = _most_alike(same or (one for one in document.elements() if one.tag == place.tag), place.attributes)
    return same[0] if len(same) == 1 else None


def _most_alike(elements: Iterable[Element], attributes: Mapping[str, str]) -> list[Element]:
    """Those of which every static attribute is as it was shown."""
    return [
        one
        for one in elements
        if all(
            attributes.get(attribute.name) == attribute.value.static
            for attribute in one.attributes
            if attribute.value is not None and attribute.value.static is not None and _compares(attribute.name)
        )
        and set(filter(_compares, attributes)) <= {attribute.name for attribute in one.attributes}
    ]


def _compares(name: str) -> bool:
    """Whether a tree shows an attribute under the name and with the value that the template has for it."""
    return not name.startswith(_TURNED)


def _only_text(element: Element) -> Text | None:
    inside = [one for one in element.children if not (isinstance(one, Text) and not one.value.raw.strip())]
    found = inside[0] if len(inside) == 1 else None
    return found if isinstance(found, Text) else None


def _quoted(value: str) -> str | None:
    quote = '"' if '"' not in value else "'" if "'" not in value else ""
    return f"{quote}{value}{quote}" if quote else None


def _without(text: str, attribute: Attribute) -> Change:
    start = attribute.start
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return Change(start, attribute.end, "")
