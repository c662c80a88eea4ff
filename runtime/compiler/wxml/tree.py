"""A parsed template as an lxml tree, for panels, automation and checks that query it with XPath or CSS selectors.

`wx:if` and other prefixed attributes are in a namespace of their own (`urn:wxml:wx` …, see `NAMESPACES`). Where an
element stands is in its `sourceline` and in the attributes `line` and `column` of `urn:wxml:source`. Of attributes
with one name the last counts. Characters that XML forbids in names are written `_x<hex>_`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from runtime.compiler.wxml.syntax import Comment, Document, Element, Node, Source, Text

SOURCE = "urn:wxml:source"
_EVENT_PREFIXES = ("bind", "catch", "mut-bind", "capture-bind", "capture-catch", "capture-mut-bind")
_OTHER_PREFIXES = ("wx", "mark", "model", "change", "generic", "slot", "class", "style", "let", "worklet", "extra-attr")
NAMESPACES = {prefix: f"urn:wxml:{prefix}" for prefix in (*_EVENT_PREFIXES, *_OTHER_PREFIXES)}

_NOT_IN_NAME = re.compile(r"[^\w.\-]", re.ASCII)
_BAD_START = re.compile(r"[^A-Za-z_]")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_lxml(document: Document) -> etree._Element:
    """The tree under one element `wxml`."""
    root = etree.Element("wxml", nsmap={"source": SOURCE, **NAMESPACES})
    root.set("path", _xml_text(document.source.path))
    _append(root, document.children, document.source)
    return root


def _append(parent: etree._Element, children: Sequence[Node], source: Source) -> None:
    last: etree._Element | None = None
    for child in children:
        if isinstance(child, Text):
            text = _xml_text(child.value.raw)
            if last is None:
                parent.text = (parent.text or "") + text
            else:
                last.tail = (last.tail or "") + text
        elif isinstance(child, Comment):
            continue
        elif isinstance(child, Element):
            last = _element(parent, child, source)
            _append(last, child.children, source)


def _element(parent: etree._Element, element: Element, source: Source) -> etree._Element:
    node = etree.SubElement(parent, _xml_name(element.tag))
    place = source.span(element.start, element.end)
    node.set(f"{{{SOURCE}}}line", str(place.line))
    node.set(f"{{{SOURCE}}}column", str(place.column))
    node.sourceline = place.line  # type: ignore[assignment]
    for attribute in element.attributes:
        node.set(_attribute_name(attribute.name), _xml_text(attribute.value.raw) if attribute.value else "")
    return node


def _attribute_name(name: str) -> str:
    prefix, colon, rest = name.partition(":")
    if colon and rest and prefix in NAMESPACES:
        return f"{{{NAMESPACES[prefix]}}}{_xml_name(rest)}"
    return _xml_name(name)


def _xml_name(name: str) -> str:
    name = _NOT_IN_NAME.sub(lambda match: f"_x{ord(match[0]):x}_", name)
    return f"_x{ord(name[0]):x}_{name[1:]}" if _BAD_START.match(name) else name


def _xml_text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
