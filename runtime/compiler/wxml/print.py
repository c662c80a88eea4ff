"""Prints a parsed template. Printing what was parsed from a print gives the same text (print ∘ parse is stable).

Text, values and comments come out as written; tags come out closed, with one blank between attributes.
"""

from __future__ import annotations

from typing import assert_never

from runtime.compiler.wxml.mustache import has_open_mustache
from runtime.compiler.wxml.syntax import Attribute, Comment, Document, Element, Node, Skipped, Text


def print_document(document: Document) -> str:
    """The template as text."""
    out: list[str] = []
    for node in document.children:
        _print(node, out)
    return "".join(out)


def _print(node: Node, out: list[str]) -> None:
    match node:
        case Text():
            out.append(node.value.raw)
        case Comment():
            out.append(f"<!--{node.text}-->")
        case Skipped():
            out.append(node.raw if node.raw.endswith(">") else f"{node.raw}>")
        case Element():
            attributes = "".join(f" {_attribute(attribute)}" for attribute in node.attributes)
            if node.self_closing:
                out.append(f"<{node.tag}{attributes} />")
                return
            out.append(f"<{node.tag}{attributes}>")
            for child in node.children:
                _print(child, out)
            out.append(f"</{node.tag}>")
        case _:
            assert_never(node)


def _attribute(attribute: Attribute) -> str:
    if attribute.value is None:
        return attribute.name
    raw = attribute.value.raw
    quote = attribute.quote or _quote_for(raw)
    # A single backslash at the end would escape the quotation mark.
    if (len(raw) - len(raw.rstrip("\\"))) % 2 == 1:
        raw += "\\"
    # A mustache that never ends takes what follows on its line, up to another `}}`; a value without marks a slash.
    end = "\n" if not quote or has_open_mustache(raw, 0, len(raw)) else ""
    return f"{attribute.name}={quote}{raw}{quote}{end}"


def _quote_for(raw: str) -> str:
    """The quotation mark for a value that was written without one; none if it has both in its mustaches."""
    return next((quote for quote in ('"', "'") if quote not in raw), "")
