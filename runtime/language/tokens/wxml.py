"""The stretches of a template: tags, attributes, what mustaches read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runtime.compiler.wxml.directives import is_directive
from runtime.compiler.wxml.expressions.tokens import tokens_of
from runtime.compiler.wxml.names import event_name
from runtime.compiler.wxml.syntax import Attribute, Comment, Element, Mustache, Node, Text, Value
from runtime.language.answers import TokenKind
from runtime.language.components import tags_of
from runtime.language.documents import Documents
from runtime.language.tokens.stretch import Stretch
from runtime.language.wxml.place import end_tag_of
from runtime.language.wxml.reads import reads_of
from runtime.language.wxml.scope import modules_of

_KEYWORDS = frozenset({"true", "false", "null", "undefined", "typeof", "void"})


def template_stretches(documents: Documents, path: str) -> Iterator[Stretch]:
    """All of them, in no order."""
    document = documents.template(path)
    if document is None:
        return
    text, components = document.source.text, tags_of(documents, path)
    names: dict[int, TokenKind] = {
        read.place.start: "parameter" for read in reads_of(documents, path) if read.place is not None and read.loop
    }
    reader = _Values(text, names, frozenset(modules_of(document)))
    waiting: list[Node] = list(document.children)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Comment):
            yield Stretch(node.start, node.end, "comment")
        elif isinstance(node, Text):
            yield from reader.mustaches(node.value)
        elif isinstance(node, Element):
            kind: TokenKind = "class" if node.tag in components else "type"
            yield Stretch(node.start + 1, node.name_end, kind)
            end_tag = end_tag_of(node, text)
            if end_tag is not None:
                yield Stretch(*end_tag.span(1), kind)
            for attribute in node.attributes:
                yield from reader.attribute(attribute)
            if node.tag != "wxs":
                waiting += node.children


class _Values:
    def __init__(self, text: str, names: Mapping[int, TokenKind], modules: frozenset[str]) -> None:
        self._text, self._names, self._modules = text, names, modules

    def attribute(self, attribute: Attribute) -> Iterator[Stretch]:
        """A name and its value."""
        is_event = event_name(attribute.name) is not None
        kind: TokenKind = "keyword" if is_directive(attribute.name) else "event" if is_event else "property"
        yield Stretch(attribute.start, attribute.start + len(attribute.name), kind)
        value = attribute.value
        if value is None:
            return
        at = value.start
        for piece in value.pieces:
            if isinstance(piece, Mustache):
                yield Stretch(at, piece.start, "string")
                at = piece.end
        yield Stretch(at, value.end, "method" if is_event and value.static else "string")
        yield from self.mustaches(value)

    def mustaches(self, value: Value) -> Iterator[Stretch]:
        """What the mustaches of a text read."""
        for piece in value.pieces:
            if not isinstance(piece, Mustache):
                continue
            before = ""
            for token in tokens_of(self._text[piece.start + 2 : piece.end - 2], piece.start + 2):
                kind = self._kind(token.text, token.start, before) if token.kind == "name" else None
                if kind is not None:
                    yield Stretch(token.start, token.end, kind)
                elif token.kind in ("number", "string"):
                    yield Stretch(token.start, token.end, "number" if token.kind == "number" else "string")
                before = token.text

    def _kind(self, name: str, start: int, before: str) -> TokenKind:
        if before in (".", "?."):
            return "property"
        if name in _KEYWORDS:
            return "keyword"
        if start in self._names:
            return self._names[start]
        return "namespace" if name in self._modules else "variable"
