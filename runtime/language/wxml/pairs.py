"""Start tags and their end tags: names that change together, and the end tag that a new start tag lacks."""

from __future__ import annotations

from runtime.compiler.wxml.parse import CONTENTLESS
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


def closing_behind(document: Document, offset: int) -> str:
    """What is to follow a `>` or a `</` that was just typed; "" where nothing is missing."""
    text = document.source.text
    unclosed = {one.args.get("tag") for one in document.diagnostics if one.code == "wxml/unclosed-tag"}
    if text[max(0, offset - 2) : offset] == "</":
        above = place_at(document, offset).above
        return f"{above[-1].tag}>" if above and above[-1].tag in unclosed else ""
    if not unclosed or text[offset - 1 : offset] != ">":
        return ""
    opened = next((one for one in document.elements() if one.open_end == offset and not one.self_closing), None)
    # The end tag that this element seems to have may be that of one around it.
    return f"</{opened.tag}>" if opened is not None and opened.tag in unclosed - CONTENTLESS else ""
