"""Plain text as the newer generation of the framework reads it: XML entities count, backslashes are ordinary.

The parser resolves what the older generation resolves; here the plain pieces are taken from the source once more.
"""

from __future__ import annotations

from html import unescape

from msgspec.structs import replace

from runtime.compiler.wxml.syntax import Attribute, Document, Element, Mustache, Node, Text, Value


def newer_document(document: Document) -> Document:
    """The same document with its texts and attribute values read anew."""
    return Document(document.source, _nodes(document.children, document.source.text), document.diagnostics)


def _nodes(nodes: tuple[Node, ...], text: str) -> tuple[Node, ...]:
    return tuple(_node(node, text) for node in nodes)


def _node(node: Node, text: str) -> Node:
    if isinstance(node, Text):
        return replace(node, value=_value(node.value, text))
    if isinstance(node, Element):
        attributes = tuple(_attribute(attribute, text) for attribute in node.attributes)
        return replace(node, attributes=attributes, children=_nodes(node.children, text))
    return node


def _attribute(attribute: Attribute, text: str) -> Attribute:
    return attribute if attribute.value is None else replace(attribute, value=_value(attribute.value, text))


def _value(value: Value, text: str) -> Value:
    if "&" not in value.raw and "\\" not in value.raw:
        return value
    pieces: list[str | Mustache] = []
    at = value.start
    for piece in value.pieces:
        if isinstance(piece, Mustache):
            pieces += _plain(text[at : piece.start])
            pieces.append(piece)
            at = piece.end
    pieces += _plain(text[at : value.end])
    return replace(value, pieces=tuple(pieces))


def _plain(text: str) -> list[str | Mustache]:
    return [unescape(text.replace("\r\n", "\n"))] if text else []
