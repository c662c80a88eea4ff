"""`list-builder` and `grid-builder`: what stands in one with `slot:item` is drawn once for each item of its list.

Here it becomes a loop, `<view slot:item="row" slot:index>` that of `wx:for="{{list}}" wx:for-item="row"
wx:for-index="index"`: all items are there at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as replaced

from msgspec.structs import replace

from runtime.compiler.wxml.syntax import Attribute, Document, Element, Node, Value

_BUILDERS = frozenset({"list-builder", "grid-builder"})
_NAMES = {"slot:item": "wx:for-item", "slot:index": "wx:for-index"}


def with_item_loops(document: Document) -> Document:
    """The document with the loops written out; the same one if it has no builder."""
    if "-builder" not in document.source.text:
        return document
    return replaced(document, children=_looped(document.children, None))


def _looped(children: Sequence[Node], items: Attribute | None) -> tuple[Node, ...]:
    return tuple(_element(child, items) if isinstance(child, Element) else child for child in children)


def _element(element: Element, items: Attribute | None) -> Element:
    own = element.attribute("list") if element.tag in _BUILDERS else None
    inside = replace(element, children=_looped(element.children, own))
    named = [attribute for attribute in element.attributes if attribute.name in _NAMES]
    if items is None or not named or element.attribute("wx:for") is not None:
        return inside
    kept = [attribute for attribute in element.attributes if attribute.name not in _NAMES]
    loop = [replace(items, name="wx:for"), *(_loop_name(attribute) for attribute in named)]
    return replace(inside, attributes=(*kept, *loop))


def _loop_name(attribute: Attribute) -> Attribute:
    """Without a value the variable has the slot's own name."""
    name = attribute.name.partition(":")[2]
    value = attribute.value
    if value is None or not value.raw:
        value = Value(name, (name,), attribute.start, attribute.end)
    return replace(attribute, name=_NAMES[attribute.name], value=value)
