"""The names of a start tag and its end tag, which change together."""

from __future__ import annotations

from runtime.compiler.wxml.syntax import Document
from runtime.language.wxml.place import end_tag_of, place_at


def tag_pair(document: Document, offset: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Start and end of both names, if the offset is in one of them and the element has both tags."""
    place = place_at(document, offset)
    element = place.element
    if place.kind not in ("tag", "end-tag") or element is None or element.self_closing:
        return None
    closing = end_tag_of(element, document.source.text)
    start = element.name_end - len(element.tag)
    return ((start, element.name_end), closing.span(1)) if closing is not None else None
