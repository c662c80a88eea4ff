"""A tree as the text of a template, as the panels of developer tools show it."""

from __future__ import annotations

from html import escape
from typing import Any

from simulator.automation.driver.element_tree import Node, attribute_text, dashed, ref_of

_HANDLERS = ("bind", "catch", "capture-bind", "capture-catch", "mut-bind", "capture-mut-bind")


def inner_markup(node: Node) -> str:
    """What stands inside an element."""
    return "".join(_markup(child) for child in node.children or ())


def outer_markup(node: Node) -> str:
    """An element with what stands inside."""
    return _markup(node)


def is_attribute(name: str) -> bool:
    """Not a handler of an event."""
    return name.split(":", 1)[0] not in _HANDLERS or ":" not in name


def _markup(node: Any) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if ref_of(node) is None and node.tag == "slot":
        return inner_markup(node)
    attributes = "".join(
        f' {dashed(name)}="{escape(text)}"'
        for name, value in node.attr.items()
        if is_attribute(name) and (text := attribute_text(value)) is not None
    )
    return f"<{node.tag}{attributes}>{inner_markup(node)}</{node.tag}>"
