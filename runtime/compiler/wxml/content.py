"""Divides what is written inside a component's tag into the pieces that go to its slots.

`block`, `wx:if` and `wx:for` are transparent: what is in them may go to different slots, each with the same condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runtime.compiler.wxml.names import camel_case
from runtime.compiler.wxml.syntax import Comment, Element, Node, Skipped, Text

# Where a piece goes: ("", slot name), or (number, "") for a piece whose slot is only known at run time.
_Target = tuple[str, str]
_DEFAULT: _Target = ("", "")
_CHAIN_STARTS = ("wx:if", "wx-if")
_CHAIN_ENDS = ("wx:elif", "wx:else", "wx-elif", "wx-else")


@dataclass(frozen=True, slots=True)
class ContentPiece:
    """Markup for one slot; `slot` is None when a mustache decides. `slot_vars`: name at the slot, local name."""

    children: tuple[Node, ...]
    slot: str | None
    slot_vars: tuple[tuple[str, str], ...] = ()


def content_pieces(children: Sequence[Node]) -> list[ContentPiece]:
    """One piece if nothing names a slot; otherwise one for each child (an if-chain and a loop count as one)."""
    children = [child for child in children if not _leaves_nothing(child)]
    if not children:
        return []
    targets = {_target(leaf) for leaf in _leaves(children)}
    if targets <= {_DEFAULT} and not any(_slot_vars(leaf) for leaf in _leaves(children)):
        return [ContentPiece(tuple(children), "")]
    pieces: list[ContentPiece] = []
    for group in _siblings(children):
        for target in dict.fromkeys(_target(leaf) for leaf in _leaves(group)):
            chosen = _only(group, target)
            names = dict(pair for leaf in _leaves(chosen) for pair in _slot_vars(leaf))
            slot = target[1] if target[0] == "" else None
            pieces.append(ContentPiece(tuple(chosen), slot, tuple(names.items())))
    return pieces


def _siblings(children: Sequence[Node]) -> Iterator[list[Node]]:
    """Children, an if-chain together."""
    group: list[Node] = []
    for child in children:
        if group and not (isinstance(child, Element) and _has(child, _CHAIN_ENDS)):
            yield group
            group = []
        group.append(child)
    if group:
        yield group


def _leaves(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Element) and node.tag == "block":
            yield from _leaves(node.children)
        elif not _leaves_nothing(node):
            yield node


def _only(nodes: Sequence[Node], target: _Target) -> list[Node]:
    """The nodes without the leaves that go elsewhere; the branches of an if-chain stay, if need be empty."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and node.tag == "block":
            kept.append(replace(node, children=tuple(_only(node.children, target))))
        elif _target(node) == target:
            kept.append(node)
        elif isinstance(node, Element) and _has(node, _CHAIN_STARTS + _CHAIN_ENDS):
            directives = tuple(a for a in node.attributes if a.name.startswith(("wx:", "wx-")))
            kept.append(replace(node, tag="block", attributes=directives, children=()))
    return kept


def _target(node: Node) -> _Target:
    attribute = node.attribute("slot") if isinstance(node, Element) else None
    if attribute is None or attribute.value is None:
        return _DEFAULT
    static = attribute.value.static
    return ("", static) if static is not None else (str(node.start), "")


def _slot_vars(node: Node) -> list[tuple[str, str]]:
    if not isinstance(node, Element):
        return []
    pairs: list[tuple[str, str]] = []
    for attribute in node.attributes:
        if attribute.name.startswith("slot:") and len(attribute.name) > 5:
            name = camel_case(attribute.name[5:])
            pairs.append((name, (attribute.value.raw.strip() if attribute.value else "") or name))
    return pairs


def _has(element: Element, names: tuple[str, ...]) -> bool:
    return any(attribute.name in names for attribute in element.attributes)


def _leaves_nothing(node: Node) -> bool:
    if isinstance(node, Text):
        return not node.value.raw.strip()
    return isinstance(node, Comment | Skipped) or node.tag in ("wxs", "import")
