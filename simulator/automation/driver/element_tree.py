"""The tree of a page as selectors see it: made from what the logic process tells, queried with CSS and XPath.

A CSS selector means one template, as on the platform: that of the page, or of one component, with what is written
inside the tags of components, but not what these show themselves. `>>>` goes on into the shadow trees below. XPath
means what is on the screen, shadow trees in their hosts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cssselect import GenericTranslator, SelectorError
from lxml import etree

from runtime.protocol.previews import Element

Ref = tuple[int, int]
Node = Element
PAGE_TAG = "page"

_NO_NAME = re.compile(r"[^\w.-]|^[\d.-]")
_NO_TEXT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CAPITAL = re.compile(r"[A-Z]")
_DEEP = re.compile(r">>>(?=(?:[^\"']|\"[^\"]*\"|'[^']*')*$)")
_COMMA = re.compile(r",(?=(?:[^\"'()\[\]]|\"[^\"]*\"|'[^']*'|\([^()]*\)|\[[^\[\]]*\])*$)")


class BadSelector(ValueError):
    """The text is no selector; says why."""


@dataclass(frozen=True, eq=False)
class Scope:
    """A tree to search in. `nodes` says what its elements stand for; it also keeps them alive."""

    root: etree._Element
    nodes: dict[etree._Element, Node] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def written(self, name: str) -> str:
        """The name of an attribute in this tree; empty for what XML has no room for."""
        known = self.names.get(name)
        if known is None:
            known = dashed(name)
            self.names[name] = known = "" if _NO_NAME.search(known) else known
        return known

    def found(self, result: Iterable[Any]) -> list[Node]:
        """The nodes among what an XPath came to, in document order, each once."""
        return list({id(node): node for one in result if (node := self.nodes.get(one)) is not None}.values())


class ElementTree:
    """Of one page; `page` is its own node, with the nodes that were told as children."""

    def __init__(self, children: list[str | Node]) -> None:
        self.page = Node(PAGE_TAG, {}, children=children)

    def at(self, ref: Ref | None) -> Node | None:
        """The node of an element; None: it is not there any more."""
        if ref is None:
            return self.page
        return next((node for node in _below(self.page) if ref_of(node) == ref), None)

    def select(self, selector: str, within: Node | None = None) -> list[Node]:
        """What a CSS selector finds below a node, or in the shadow tree of a component. Raises BadSelector."""
        start = self.page if within is None else within
        found: list[Node] = []
        for alternative in _COMMA.split(selector):
            found += self._along(start, [part.strip() for part in _DEEP.split(alternative)])
        order = {id(node): number for number, node in enumerate(_below(start))}
        return sorted({id(node): node for node in found}.values(), key=lambda node: order.get(id(node), -1))

    def xpath(self, path: str, within: Node | None = None) -> list[Node]:
        """What an XPath finds on the screen. Raises BadSelector."""
        scope = _scope(self.page if within is None else within, _composed)
        try:
            result = scope.root.getroottree().xpath(path) if path.startswith("/") else scope.root.xpath(path)
        except etree.XPathError as error:
            raise BadSelector(f"{path}: {error}") from error
        return scope.found(result) if isinstance(result, list) else []

    def _along(self, start: Node, parts: Sequence[str]) -> list[Node]:
        """`a >>> b >>> c`: each part in all trees below what the part before has found."""
        first, *rest = [_path_of(part) if part else "" for part in parts]
        if not all(rest) or not (first or rest):
            raise BadSelector(f"{' >>> '.join(parts)}: a selector is missing")
        found = [start] if not first else _query(start, first)
        if parts == [PAGE_TAG] and start.tag == PAGE_TAG:
            return [start]
        for part in rest:
            found = [node for one in found for tree in _shadow_hosts(one, start) for node in _query(tree, part)]
        return found


def ref_of(node: Node) -> Ref | None:
    """The number of a node in its page; None of the page itself, and of slots."""
    return node.ref


def is_component(node: Node) -> bool:
    """Whether it is the host of a component."""
    return node.name != ""


def attribute_text(value: Any) -> str | None:
    """What an attribute says as text; None of what has none."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else str(value)
    return "[object Object]"


def dashed(name: str) -> str:
    """The name of an attribute as a template writes it."""
    return _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", name)


def _path_of(selector: str) -> str:
    try:
        return GenericTranslator().css_to_xpath(selector, prefix="descendant::")
    except SelectorError as error:
        raise BadSelector(f"{selector}: {error}") from error


def _query(start: Node, path: str) -> list[Node]:
    scope = _scope(start, _written)
    result = scope.root.xpath(path)
    return scope.found(result) if isinstance(result, list) else []


def _shadow_hosts(node: Node, start: Node) -> Iterator[Node]:
    """Where `>>>` goes on: the components below a node, and itself if it is one or the start of the search."""
    if is_component(node) or node is start:
        yield node
    for inner in _below(node):
        if is_component(inner):
            yield inner


def _below(node: Node) -> Iterator[Node]:
    for child in node.children or ():
        if not isinstance(child, str):
            yield child
            yield from _below(child)


def _scope(start: Node, children_of: Any) -> Scope:
    scope = Scope(etree.Element(_name(start.tag)))
    _fill(scope, scope.root, start, children_of(start, _owner_in(start)), children_of)
    return scope


def _owner_in(start: Node) -> Ref | None:
    """Whose template a search in a node is about: a component's own, else the one in which the node is written."""
    if is_component(start):
        return start.ref
    return start.inside


def _fill(scope: Scope, element: etree._Element, node: Node, children: Iterable[Any], children_of: Any) -> None:
    scope.nodes[element] = node
    for name, value in node.attr.items():
        text = attribute_text(value)
        written = scope.written(name)
        if text is not None and written:
            element.set(written, _NO_TEXT.sub("", text))
    last: etree._Element | None = None
    for child in children:
        if isinstance(child, str):
            text = _NO_TEXT.sub("", child)
            if last is None:
                element.text = (element.text or "") + text
            else:
                last.tail = (last.tail or "") + text
            continue
        last = etree.SubElement(element, _name(child.tag))
        _fill(scope, last, child, children_of(child, child.inside), children_of)


def _composed(node: Node, _owner: Ref | None) -> Iterator[Any]:
    """On the screen: slots are no elements."""
    for child in node.children or ():
        if not isinstance(child, str) and ref_of(child) is None:
            yield from _composed(child, None)
        else:
            yield child


def _written(node: Node, owner: Ref | None) -> Iterator[Any]:
    """Of the template of one owner: what a component shows itself is passed over, but not what stands in its slots."""
    for child in node.children or ():
        if isinstance(child, str):
            if node.inside == owner and not is_component(node):
                yield child
        elif ref_of(child) is not None and child.inside == owner:
            yield child
        elif ref_of(child) is not None or child.inside != owner:
            yield from _written(child, owner)


def _name(tag: str) -> str:
    name = _NO_NAME.sub("_", tag)
    return name or "_"
