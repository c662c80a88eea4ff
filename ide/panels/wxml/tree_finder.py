"""Search in the tree, without Qt: what was found, which of it is chosen, the next and the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ide.models.tree_rows import Path
from ide.models.tree_search import find
from ide.models.wxml_tree import WxmlTree

Background = Callable[[Callable[[], list[Path]], Callable[[list[Path]], None]], None]


def at_once(work: Callable[[], list[Path]], done: Callable[[list[Path]], None]) -> None:
    """Where nobody waits."""
    done(work())


class TreeFinder:
    """`show(path, number, count)` brings what is found before the user; no path: there is nothing."""

    def __init__(self, tree: WxmlTree, show: Callable[[Path | None, int, int], None]) -> None:
        self.background: Background = at_once
        self._tree = tree
        self._show = show
        self._query = ""
        self._searched: Sequence[Any] = ()
        self._found: list[Path] = []
        self._at = -1

    def search(self, query: str) -> None:
        """The user looks for text, a selector or an XPath."""
        self._query = query
        nodes = self._tree.nodes
        self.background(lambda: find(nodes, query), lambda found: self._arrived(query, nodes, found))

    def step(self, by: int) -> None:
        """The next (1), or the one before (-1); looks again in a tree that is another one."""
        if self._searched is not self._tree.nodes:
            self.search(self._query)
        elif self._found:
            self._at = (self._at + by) % len(self._found)
            self._tell()

    def _arrived(self, query: str, nodes: Sequence[Any], found: list[Path]) -> None:
        if query != self._query:
            return
        former = self._found[self._at] if 0 <= self._at < len(self._found) else None
        self._searched, self._found = nodes, found
        self._at = found.index(former) if former in found else 0 if found else -1
        self._tell()

    def _tell(self) -> None:
        found = self._found
        self._show(found[self._at] if found else None, self._at + 1, len(found))
