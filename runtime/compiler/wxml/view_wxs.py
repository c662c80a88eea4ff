"""Finds the wxs of a template that runs in the view, next to the DOM: event handlers and `change:` observers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from runtime.compiler.wxml.expressions.syntax import Name
from runtime.compiler.wxml.names import EVENT_STARTS, event_name
from runtime.compiler.wxml.syntax import Attribute, Element, Mustache, Node

_NAMES_FUNCTIONS = ("change:", *EVENT_STARTS)


def mentions(expression: object, modules: Collection[str]) -> bool:
    """Whether a part of an expression is the name of a wxs module."""
    if isinstance(expression, Name):
        return expression.name in modules
    if isinstance(expression, tuple):
        return any(mentions(item, modules) for item in expression)
    if isinstance(expression, Struct):
        return any(mentions(getattr(expression, name), modules) for name in expression.__struct_fields__)
    return False


def names_wxs(attribute: Attribute, modules: Collection[str]) -> bool:
    """Whether the attribute binds an event or an observer to something that may be a function of wxs."""
    if attribute.value is None or not (attribute.name.startswith("change:") or event_name(attribute.name)):
        return False
    mustaches = [piece for piece in attribute.value.pieces if isinstance(piece, Mustache)]
    return any(mentions(mustache.expression, modules) for mustache in mustaches)


def runs_in_view(nodes: Sequence[Node], modules: Collection[str]) -> bool:
    """Whether the view needs one of these wxs modules for the markup."""
    if not modules:
        return False
    waiting = [node for node in nodes if isinstance(node, Element)]
    while waiting:
        element = waiting.pop()
        for attribute in element.attributes:
            if attribute.name.startswith(_NAMES_FUNCTIONS) and names_wxs(attribute, modules):
                return True
        waiting += [child for child in element.children if isinstance(child, Element)]
    return False
