"""What stands at an offset of a template: a name, a value, a mustache, text. Also where something is half typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from runtime.compiler.wxml.syntax import Attribute, Comment, Document, Element, Mustache, Node, Skipped, Text, Value

PlaceKind = Literal["tag", "end-tag", "attribute", "value", "mustache", "text", "none"]

_NAME = re.compile(r"[\w:.\-]*")
_END_TAG = re.compile(r"</\s*([\w:.\-]*)")


@dataclass(frozen=True, slots=True)
class Place:
    """`start` to `end` is the whole of it: a name, a value between its quotation marks, the inside of a mustache.

    `above`: the elements around it, outermost first; `element` is the one whose tag it stands in, if it does.
    """

    kind: PlaceKind
    start: int
    end: int
    above: tuple[Element, ...] = ()
    element: Element | None = None
    attribute: Attribute | None = None


def place_at(document: Document, offset: int) -> Place:
    """The place of an offset within the text."""
    above: tuple[Element, ...] = ()
    nodes: tuple[Node, ...] = document.children
    text = document.source.text
    while True:
        node = next((one for one in nodes if _holds(one, offset, text)), None)
        if not isinstance(node, Element):
            return _other(node, offset, above, text)
        if offset < node.open_end or (offset == node.open_end and text[node.open_end - 1] != ">"):
            return _start_tag(node, offset, above, text)
        end_tag = end_tag_of(node, text)
        if end_tag is not None and end_tag.start() < offset:
            is_name = offset >= end_tag.start(1)
            start, end = end_tag.span(1) if is_name else (offset, offset)
            return Place("end-tag" if is_name else "none", start, max(end, start), above, node)
        above, nodes = (*above, node), node.children


def _holds(node: Node, offset: int, text: str) -> bool:
    if isinstance(node, Text):
        return node.start <= offset <= node.end
    if offset == node.end:
        # What is not closed goes on where the text breaks off.
        return text[node.end - 1 : node.end] != ">" and node.start < offset
    return node.start < offset < node.end


def _start_tag(element: Element, offset: int, above: tuple[Element, ...], text: str) -> Place:
    if offset <= element.name_end:
        return Place("tag", element.start + 1, element.name_end, above, element)
    for attribute in element.attributes:
        value = attribute.value
        if attribute.start <= offset <= attribute.start + len(attribute.name):
            return Place("attribute", attribute.start, attribute.start + len(attribute.name), above, element, attribute)
        if value is not None and value.start <= offset <= value.end:
            return _value(value, offset, above, element, attribute)
        if attribute.start < offset < attribute.end:
            return Place("none", offset, offset, above, element, attribute)
    start = name_start(text, offset)
    if not text[start - 1 : start].isspace():
        return Place("none", offset, offset, above, element)
    return Place("attribute", start, offset, above, element)


def _value(
    value: Value, offset: int, above: tuple[Element, ...], element: Element | None, attribute: Attribute | None
) -> Place:
    for piece in value.pieces:
        if isinstance(piece, Mustache) and piece.start + 2 <= offset <= piece.end - 2:
            return Place("mustache", piece.start + 2, piece.end - 2, above, element, attribute)
    before = value.raw[: offset - value.start]
    opening = before.rfind("{{")
    if opening >= 0 and "}}" not in before[opening:]:
        return Place("mustache", value.start + opening + 2, offset, above, element, attribute)
    return Place("value" if element is not None else "text", value.start, value.end, above, element, attribute)


def _other(node: Node | None, offset: int, above: tuple[Element, ...], text: str) -> Place:
    """In text, in a comment, in markup that was passed over, or between elements."""
    if isinstance(node, Comment):
        return Place("none", offset, offset, above)
    match = _END_TAG.match(text, node.start) if isinstance(node, Skipped) else None
    if match is not None:
        start = min(match.start(1), offset)
        return Place("end-tag", start, max(start, min(match.end(1), offset)), above)
    start = name_start(text, offset)
    if text[max(0, start - 1) : start] == "<":
        return Place("tag", start, offset, above)
    if isinstance(node, Text):
        return _value(node.value, offset, above, None, None)
    return Place("text", offset, offset, above)


def end_tag_of(element: Element, text: str) -> re.Match[str] | None:
    """The end tag of an element, its name as the first group; None if it has none."""
    if element.self_closing:
        return None
    start = text.rfind("</", element.open_end, element.end)
    match = _END_TAG.match(text, start) if start >= 0 else None
    return match if match is not None and match[1] == element.tag else None


def name_start(text: str, offset: int) -> int:
    """Where the name begins that ends at the offset."""
    while offset > 0 and _NAME.fullmatch(text[offset - 1]):
        offset -= 1
    return offset
