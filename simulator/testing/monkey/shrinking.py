"""Makes a sequence that fails as short as it can, by trying parts of it again: delta debugging.

Pure: what a step is and how one is tried is for whoever calls. `resources/docs/decisions/monkey.md` says why this is no
library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
Try = Callable[[Sequence[T]], "Sequence[T] | None"]
"""What of a sequence was done until it failed the same way; None if it did not."""


class Shrinking(Generic[T]):
    """Of one sequence that is known to fail. `more` says whether another one may be tried; each is tried once."""

    def __init__(self, failing: Sequence[T], attempt: Try[T], more: Callable[[], bool]) -> None:
        self.best = list(failing)
        self._attempt = attempt
        self._more = more
        self._tried = {_key(self.best)}

    def accepts(self, candidate: Sequence[T]) -> bool:
        """Whether a candidate that is no longer fails as well; if so it is the best one."""
        key = _key(candidate)
        if not candidate or len(candidate) > len(self.best) or key in self._tried or not self._more():
            return False
        self._tried.add(key)
        found = self._attempt(candidate)
        if found is None:
            return False
        self.best = list(found)
        self._tried.add(_key(self.best))
        return True

    def leave_out(self) -> None:
        """Parts of it, large ones first, until none can be spared."""
        size = max(1, len(self.best) // 2)
        while True:
            before = len(self.best)
            self._leave_out_parts(size)
            if size > 1:
                size //= 2
            elif len(self.best) == before:
                return

    def _leave_out_parts(self, size: int) -> None:
        start = 0
        while start < len(self.best):
            if not self.accepts([*self.best[:start], *self.best[start + size :]]):
                start += size

    def simplify(self, simpler: Callable[[T], Iterable[T]]) -> None:
        """Each step, by the first of its simpler forms that will do, again and again."""
        place = 0
        while place < len(self.best):
            before = len(self.best)
            if not any(self._replaced(place, one) for one in simpler(self.best[place])):
                place += 1
            elif len(self.best) < before:
                place = 0

    def _replaced(self, place: int, by: T) -> bool:
        return self.accepts([*self.best[:place], by, *self.best[place + 1 :]])


def _key(steps: Sequence[object]) -> str:
    return repr(list(steps))
