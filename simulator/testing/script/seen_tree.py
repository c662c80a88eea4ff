"""A page's tree as whoever looks for an element sees it: what is around each node, in whose template, what it shows.

Made of what the logic process tells of a page (`Inspect` "tree", `previews.elements_of`), at one moment.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from runtime.protocol.previews import Element
from simulator.testing.patterns import words

Ref = tuple[int, int]
_TAPS = (":tap", ":touchstart", ":touchend", ":longpress")
_INLINE = frozenset({"text", "span", "label"})
"""Their text goes on in the line; that of all others stands for itself (as in found_nodes.js)."""


@dataclass(eq=False)
class SeenNode:
    """A node with a number. `parent` is around it on the screen, `owner` the host of the component whose template has
    it, None for the page's own; `content` its texts and nodes, what is in slots among them."""

    element: Element
    ref: Ref
    parent: SeenNode | None
    owner: Ref | None
    content: list[str | SeenNode] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """As the template writes it."""
        return self.element.tag

    @property
    def is_component(self) -> bool:
        """Whether it is the host of one of the program's components."""
        return self.element.name != ""

    @property
    def children(self) -> Iterator[SeenNode]:
        """On the screen."""
        return (one for one in self.content if isinstance(one, SeenNode))

    @cached_property
    def text(self) -> str:
        """All that it shows, in words."""
        return words("".join(_pieces(self)))

    @cached_property
    def own_text(self) -> str:
        """What stands in it itself."""
        return words(" ".join(one for one in self.content if isinstance(one, str)))

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """In the order in which they are written."""
        written = self.element.attr.get("class")
        return tuple(dict.fromkeys(written.split())) if isinstance(written, str) else ()

    @property
    def listens(self) -> bool:
        """Whether a handler of taps stands at it."""
        return any(name.endswith(_TAPS) for name in self.element.attr)

    def begins_with(self, nodes: Collection[SeenNode]) -> bool:
        """Whether it is a component, and one of these is what it shows first, or around that in it."""
        if not self.is_component:
            return False
        first: SeenNode | None = self
        while first is not None and first.is_component:
            first = next(first.children, None)
        return first is not None and any(one in nodes for one in (first, *first.around()))

    def around(self) -> Iterator[SeenNode]:
        """The nodes around it on the screen, nearest first."""
        up = self.parent
        while up is not None:
            yield up
            up = up.parent

    def below(self) -> Iterator[SeenNode]:
        """The nodes in it on the screen, in the order of the document."""
        waiting = [self.children]
        while waiting:
            inner = next(waiting[-1], None)
            if inner is None:
                waiting.pop()
                continue
            yield inner
            waiting.append(inner.children)


class SeenTree:
    """Of one page."""

    def __init__(self, elements: Sequence[str | Element]) -> None:
        self._root = SeenNode(Element("page", {}), (0, 0), None, None)
        self.nodes: dict[Ref, SeenNode] = {}
        self._fill(elements)

    def at(self, ref: Ref) -> SeenNode | None:
        """The node with this number, if it is there."""
        return self.nodes.get(ref)

    def _fill(self, elements: Sequence[str | Element]) -> None:
        waiting = [(self._root, iter(elements))]
        while waiting:
            parent, rest = waiting[-1]
            one = next(rest, None)
            if one is None:
                waiting.pop()
            elif isinstance(one, str):
                parent.content.append(one)
            elif one.ref is None:
                # A slot is no element.
                waiting.append((parent, iter(one.children or ())))
            else:
                around = None if parent is self._root else parent
                node = SeenNode(one, one.ref, around, one.inside)
                parent.content.append(node)
                self.nodes[node.ref] = node
                waiting.append((node, iter(one.children or ())))


def _pieces(start: SeenNode) -> Iterator[str]:
    waiting = [iter(start.content)]
    ends = [""]
    while waiting:
        one = next(waiting[-1], None)
        if one is None:
            waiting.pop()
            yield ends.pop()
        elif isinstance(one, str):
            yield one
        else:
            space = "" if one.tag in _INLINE else " "
            yield space
            waiting.append(iter(one.content))
            ends.append(space)
