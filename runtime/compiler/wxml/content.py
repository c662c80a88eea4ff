"""What is written inside a component's tag, seen from its slots: where it may be divided, and what asks for which slot.

Every top-level element goes where it says for itself. `block`, `wx:if`, `wx:for`, `include` and `template` are
transparent; in the newer generation a `block` that names a slot goes there as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from runtime.compiler.wxml.context import Context
from runtime.compiler.wxml.names import camel_case, event_name
from runtime.compiler.wxml.paths import resolve
from runtime.compiler.wxml.syntax import Attribute, Comment, Element, Node, Skipped, Text

# The template that a static `<template is>` means in this file; None if it may lie in an import.
FindTemplate = Callable[[str], Element | None]

_CHAIN_ENDS = ("wx:elif", "wx:else", "wx-elif", "wx-else")
_DIRECTIVES = ("wx:if", "wx-if", "wx:for", "wx:for-items", *_CHAIN_ENDS)


class Division:
    """Looks through the top level of content. `find_template`: the named templates of the file."""

    def __init__(self, context: Context, find_template: FindTemplate) -> None:
        self.context = context
        self.find_template = find_template

    def is_needed(self, children: Sequence[Node]) -> bool:
        """Whether anything at the top level asks for a slot, or takes values of one."""
        return any(self._asks(leaf, frozenset(), is_unknown_asking=True) for leaf in self.leaves(children))

    def is_needed_in_template(self, children: Sequence[Node]) -> bool:
        """The same for the body of a template, which is rarely used there: templates of other files do not count."""
        return any(self._asks(leaf, frozenset(), is_unknown_asking=False) for leaf in self.leaves(children))

    def values(self, children: Sequence[Node]) -> list[str]:
        """The slot values that the top level takes, by their names at the slot."""
        return list(dict.fromkeys(name for leaf in self.leaves(children) for name, _ in slot_values(leaf)))

    def leaves(self, children: Sequence[Node], site: str = "") -> Iterator[Node]:
        """What may be placed for itself; uses of templates are among it."""
        base = site or self.context.source.path
        for node in children:
            if leaves_nothing(node):
                continue
            if isinstance(node, Element) and node.tag == "include" and self._included(node, base) is not None:
                path, inner = self._included(node, base) or ("", ())
                yield from self.leaves(inner, path) if path != base else ()
            elif isinstance(node, Element) and self.is_transparent(node) and node.tag == "block":
                yield from self.leaves(node.children, base)
            else:
                yield node

    def is_transparent(self, element: Element) -> bool:
        """Whether what is in the element is placed, and not the element itself."""
        if element.tag == "block":
            return not (self.context.is_newer and (self.slot_attribute(element) or slot_values(element)))
        return element.tag in ("template", "include")

    def slot_attribute(self, element: Element) -> Attribute | None:
        """The attribute `slot` if it names a slot. A bare one is the word `true`, in the newer generation nothing."""
        attribute = element.attribute("slot")
        if attribute is None or (attribute.value is None and self.context.is_newer):
            return None
        return None if attribute.value is not None and not attribute.value.raw else attribute

    def _included(self, element: Element, base: str) -> tuple[str, Sequence[Node]] | None:
        src = element.attribute("src")
        path = resolve(base, src.value.raw if src is not None and src.value is not None else "", ".wxml")
        document = None if path is None or self.context.is_open(path) else self.context.included(path)
        return None if path is None or document is None else (path, document.children)

    def _asks(self, leaf: Node, seen: frozenset[str], *, is_unknown_asking: bool) -> bool:
        if not isinstance(leaf, Element):
            return False
        if leaf.tag != "template":
            return self.slot_attribute(leaf) is not None or bool(slot_values(leaf))
        name = leaf.static("is")
        template = self.find_template(name) if name else None
        if template is None:
            return is_unknown_asking  # dynamic, or of an import
        if name is None or name in seen:
            return False
        inside = self.leaves(template.children)
        return any(self._asks(inner, seen | {name}, is_unknown_asking=is_unknown_asking) for inner in inside)


def siblings(children: Sequence[Node]) -> Iterator[list[Node]]:
    """Children that leave something, an if-chain together."""
    group: list[Node] = []
    for child in children:
        if leaves_nothing(child):
            continue
        if group and not (isinstance(child, Element) and _has(child, _CHAIN_ENDS)):
            yield group
            group = []
        group.append(child)
    if group:
        yield group


def has_directive(element: Element) -> bool:
    """Whether a condition or a loop decides if the element is there."""
    return _has(element, _DIRECTIVES)


def slot_values(node: Node) -> list[tuple[str, str]]:
    """Values that a slot passes (`slot:item="local"`): name at the slot, local name."""
    if not isinstance(node, Element):
        return []
    pairs: list[tuple[str, str]] = []
    for attribute in node.attributes:
        if attribute.name.startswith("slot:") and len(attribute.name) > 5:
            name = camel_case(attribute.name[5:])
            pairs.append((name, (attribute.value.raw.strip() if attribute.value else "") or name))
    return pairs


def is_of_slot_node(name: str) -> bool:
    """Whether an attribute of `<slot>` belongs to the slot as a node that events pass: handlers, id, dataset, marks."""
    return name == "id" or name.startswith(("data-", "data:", "mark:")) or event_name(name) is not None


def leaves_nothing(node: Node) -> bool:
    """Blanks, comments and declarations."""
    if isinstance(node, Text):
        return not node.value.raw.strip()
    if isinstance(node, (Comment, Skipped)) or node.tag in ("wxs", "import"):
        return True
    return node.tag == "template" and node.attribute("name") is not None


def _has(element: Element, names: tuple[str, ...]) -> bool:
    return any(attribute.name in names for attribute in element.attributes)
