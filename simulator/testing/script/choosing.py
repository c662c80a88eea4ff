"""A short and lasting way to an element: what tells it from all others now, and most likely in the next version too.

An id or a mark for tests is best, then a class that nothing else has, what a field is called, its data, its text; then
the same within something around it that can be told, as a row of a list by a text in it; its number comes last. Into a
component the way leads by its host, as locators go.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from simulator.testing.patterns import has_text
from simulator.testing.script.seen_tree import Ref, SeenNode, SeenTree
from simulator.testing.script.selectors import Selector, selectors_of
from simulator.testing.script.ways import Part, Way

_OWN_TEXT, _WITH_TEXT, _NUMBER = 5, 6, 30
_FURTHER = 2
_ELSEWHERE = 4
_CHANGEABLE = 3
"""Costs as of `Selector`: of a text, of a number, of one part more, of what is around; of a text with digits in it."""
_GOOD_ENOUGH = 3
_TEXT_LENGTHS = range(2, 25)
_NAMES = re.compile(r"(?:^|[-_])(?:title|name|label)$", re.IGNORECASE)
_BEGINNING = 18
_MOST_TEXTS = 12
_MOST_AROUND = 8


def way_to(tree: SeenTree, ref: Ref, *, by_own_text: bool = True) -> Way | None:
    """The way to a node; None if it is not there. `by_own_text`: what it shows may be part of it."""
    node = tree.at(ref)
    return None if node is None else Way(_Choice(tree, None if by_own_text else node).best(node).parts)


def best_way(tree: SeenTree, refs: Iterable[Ref], beyond: Iterable[Ref] = ()) -> Way | None:
    """The best way to any of several nodes that will do alike; of equal ones to the first.

    `beyond` are nodes around them that a finger would find as well: one that a component begins with stands for it,
    others are taken only where the way is much better, and only if they listen themselves.
    """
    nodes = _there(tree, refs)
    choice = _Choice(tree, None)
    found = [choice.best(node) for node in nodes]
    for node in _there(tree, beyond):
        one = choice.best(node)
        if nodes and (node.begins_with(nodes) or node.listens):
            found.append(one if node.begins_with(nodes) else replace(one, cost=one.cost + _ELSEWHERE))
    return Way(min(found, key=lambda one: one.cost).parts) if found else None


def _there(tree: SeenTree, refs: Iterable[Ref]) -> list[SeenNode]:
    return [node for ref in refs if (node := tree.at(ref)) is not None]


def way_to_alike(tree: SeenTree, ref: Ref) -> tuple[Way, int] | None:
    """The way to all that a node's best selector finds beside it, and how many they are."""
    node = tree.at(ref)
    if node is None:
        return None
    choice = _Choice(tree, None)
    before, scope = choice.start(node)
    several = [(one, len(scope.fitting(one))) for one in selectors_of(node)]
    selector, count = min(several, key=lambda one: (one[1] < 2, one[0].cost))
    return Way((*before.parts, Part(str(selector)))), count


@dataclass(frozen=True)
class _Found:
    """Parts of a way, and what they cost."""

    cost: float
    parts: tuple[Part, ...]

    def then(self, other: _Found) -> _Found:
        """On from there."""
        if not self.parts:
            return other
        return _Found(self.cost + other.cost + _FURTHER, self.parts + other.parts)


_PAGE = _Found(0, ())


class _Scope:
    """Where a locator looks: `nodes` for selectors, `deep` for texts."""

    def __init__(self, nodes: Sequence[SeenNode], deep: Iterable[SeenNode]) -> None:
        self.nodes = nodes
        self._deep = deep

    def fitting(self, selector: Selector) -> list[SeenNode]:
        """What a selector finds."""
        return [node for node in self.nodes if selector.fits(node)]

    @cached_property
    def shown(self) -> dict[str, int]:
        """How many nodes, those in components too, show a text themselves."""
        found: dict[str, int] = {}
        for node in self._deep:
            found[node.own_text] = found.get(node.own_text, 0) + 1
        return found

    def within(self, around: SeenNode) -> _Scope:
        """Where a locator of a node of it looks."""
        inside = list(around.below())
        owners = (around.owner, around.ref) if around.is_component else (around.owner,)
        return _Scope([node for node in inside if node.owner in owners], inside)


class _Choice:
    """Among the ways of one tree. `unsaid` is a node whose text may not be part of a way."""

    def __init__(self, tree: SeenTree, unsaid: SeenNode | None) -> None:
        self._tree = tree
        self._unsaid = {unsaid, *unsaid.below()} if unsaid is not None else frozenset()
        every = tree.nodes.values()
        self._page = _Scope([node for node in every if node.owner is None], every)
        self._known: dict[Ref, _Found] = {}

    def best(self, node: SeenNode) -> _Found:
        """The way to a node."""
        found = self._known.get(node.ref)
        if found is None:
            self._known[node.ref] = found = min(self._ways(node), key=lambda one: one.cost)
        return found

    def start(self, node: SeenNode) -> tuple[_Found, _Scope]:
        """The way to the component whose template has a node, and where its locator looks."""
        host = None if node.owner is None else self._tree.at(node.owner)
        if host is None:
            return _PAGE, self._page
        return self.best(host), self._page.within(host)

    def _ways(self, node: SeenNode) -> Iterator[_Found]:
        yield from self._by_own_text(node, self._page)
        before, scope = self.start(node)
        direct = list(self._direct(node, scope))
        yield from map(before.then, direct)
        if direct and direct[0].cost <= _GOOD_ENOUGH:
            return
        for around in self._around(node, scope):
            yield from map(before.then, self._by_way_of(around, node, scope))
        yield before.then(_by_number(node, scope))

    def _direct(self, node: SeenNode, scope: _Scope) -> Iterator[_Found]:
        """In one part, the selectors first."""
        several = []
        for selector in selectors_of(node):
            found = scope.fitting(selector)
            if len(found) == 1:
                yield _Found(selector.cost, (Part(str(selector)),))
            else:
                several.append((selector, found))
        yield from self._by_own_text(node, scope)
        for selector, found in several[:2]:
            text = self._telling_text(node, found)
            if text:
                yield _Found(_WITH_TEXT + _cost(text) + selector.cost / 4, (Part(str(selector), has_text=text),))

    def _by_own_text(self, node: SeenNode, scope: _Scope) -> Iterator[_Found]:
        text = node.own_text
        if self._may_say(node) and _is_telling(text) and scope.shown.get(text) == 1:
            yield _Found(_OWN_TEXT + _cost(text), (Part(own_text=text),))

    def _by_way_of(self, around: SeenNode, node: SeenNode, scope: _Scope) -> Iterator[_Found]:
        """By something around a node that can be told."""
        outer = next(self._direct(around, scope), None)
        if outer is None:
            return
        inner_scope = scope.within(around)
        inner = next(self._direct(node, inner_scope), None) or _by_number(node, inner_scope)
        yield _joined(outer, inner) if around.owner == node.owner and not around.is_component else outer.then(inner)

    def _around(self, node: SeenNode, scope: _Scope) -> list[SeenNode]:
        """What is around it and in the same scope, nearest first."""
        known = set(scope.nodes)
        return [one for one in node.around() if one in known][:_MOST_AROUND]

    def _telling_text(self, node: SeenNode, alike: Sequence[SeenNode]) -> str:
        """A text in a node that none of the others has; empty if there is none."""
        others = [other for other in alike if other is not node]
        return next((text for text in self._texts(node) if not any(has_text(one.text, text) for one in others)), "")

    def _texts(self, node: SeenNode) -> list[str]:
        """Texts in a node that may be said, the lasting ones first."""
        inside = [one for one in (node, *node.below()) if self._may_say(one) and _is_telling(_beginning(one.own_text))]
        names = sorted(inside[:_MOST_TEXTS], key=lambda one: (not _is_name(one), _cost(_beginning(one.own_text))))
        return [_beginning(one.own_text) for one in names]

    def _may_say(self, node: SeenNode) -> bool:
        return node not in self._unsaid


def _by_number(node: SeenNode, scope: _Scope) -> _Found:
    """By its number among the fewest that a selector finds."""
    several = [(one, scope.fitting(one)) for one in selectors_of(node)] or [(Selector(0, tag="*"), list(scope.nodes))]
    selector, found = min(several, key=lambda one: (len(one[1]), one[0].cost))
    number = next((place for place, one in enumerate(found) if one is node), 0)
    part = Part(str(selector), number=number if len(found) > 1 else None)
    return _Found(_NUMBER + selector.cost + 4 * math.log2(len(found) or 1), (part,))


def _joined(outer: _Found, inner: _Found) -> _Found:
    """`.footer .buy` is shorter than `locator(".footer").locator(".buy")`, and means the same."""
    [before], [after] = outer.parts, inner.parts
    if before != Part(before.selector) or not after.selector or after.has_text:
        return outer.then(inner)
    joined = replace(after, selector=f"{before.selector} {after.selector}")
    return _Found(outer.cost + inner.cost + _FURTHER - 1, (joined,))


def _is_telling(text: str) -> bool:
    return len(text) in _TEXT_LENGTHS and any(one.isalnum() for one in text)


def _beginning(text: str) -> str:
    """Of a long text as much as will tell it."""
    if len(text) in _TEXT_LENGTHS:
        return text
    return text[:_BEGINNING].rpartition(" ")[0] or text[:_BEGINNING]


def _is_name(node: SeenNode) -> bool:
    """What it shows is what the thing is called, by its classes."""
    return any(_NAMES.search(name) for name in node.classes)


def _cost(text: str) -> float:
    return (_CHANGEABLE if any(one.isdigit() for one in text) else 0) + len(text) / 24
