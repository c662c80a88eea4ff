"""Steps in the order in which they were done, though some wait for the tree in which their element is looked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from simulator.testing.script.seen_tree import SeenTree

Carry = Callable[[SeenTree | None], object]


class AskedTree:
    """A tree that was asked for at one moment; several steps may wait for it. None: it never came."""

    def __init__(self) -> None:
        self.has_come = False
        self.tree: SeenTree | None = None


class StepQueue:
    """`later` takes what is to be carried out once its tree is there, and after all that was put in before."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[AskedTree | None, Carry]] = deque()

    def later(self, asked: AskedTree | None, carry: Carry) -> None:
        """Without a tree to wait for it only keeps its place."""
        self._waiting.append((asked, carry))
        self._go_on()

    def come(self, asked: AskedTree, tree: SeenTree | None) -> None:
        """The answer."""
        asked.has_come, asked.tree = True, tree
        self._go_on()

    def forget(self) -> None:
        """Answers will not come any more: what waits for one goes without."""
        for asked, _carry in self._waiting:
            if asked is not None:
                asked.has_come = True
        self._go_on()

    def clear(self) -> None:
        """Nothing waits any more."""
        self._waiting.clear()

    def _go_on(self) -> None:
        while self._waiting and (self._waiting[0][0] is None or self._waiting[0][0].has_come):
            asked, carry = self._waiting.popleft()
            carry(None if asked is None else asked.tree)
