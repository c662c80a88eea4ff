"""What a monkey has tried, and what it tries next: most of all what it never has, or what leads to pages with such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from simulator.testing.monkey.moves import Kind, Move

_WEIGHTS: dict[Kind, float] = {
    "tap": 8, "press": 3, "type": 5, "set": 5, "scrolled": 3, "back": 3, "home": 2, "tab": 4, "end": 2, "pull": 2,
    "rotate": 0.4, "leave": 0.6, "return": 1, "network": 0.4, "answer": 1,
}  # fmt: skip
_NEW = 4.0
"""What was never tried weighs so many times as much."""
_AHEAD = 0.5
"""So much more for each untried place on a page that something leads to."""
_BAD, _DEADLY = 0.2, 0.001
"""What led to an error, or to the end of the program, is worth no second look."""
_NO_ELEMENTS: frozenset[Kind] = frozenset(
    {"back", "home", "tab", "end", "pull", "rotate", "leave", "return", "network", "answer"}
)


class Experience:
    """Of all lives of one monkey."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.known: dict[str, dict[str, Kind]] = {}
        self._leads: dict[str, Counter[str]] = {}
        self._weights: dict[str, float] = {}

    def choose(self, moves: Sequence[Move], page: str, chance: Random) -> Move:
        """One of these; none of them has the same place as another."""
        places = self.known.setdefault(page, {})
        places.update((move.place, move.kind) for move in moves if move.kind not in _NO_ELEMENTS)
        return chance.choices(moves, [self._weight(move) for move in moves])[0]

    def did(self, move: Move, page: str, then: str) -> None:
        """A move was made on a page, and `then` this one was on top."""
        self.tried[move.place] += 1
        if then != page:
            self._leads.setdefault(move.place, Counter())[then] += 1

    def was_bad(self, move: Move, *, is_deadly: bool) -> None:
        """Something went wrong."""
        self._weights[move.place] = _DEADLY if is_deadly else _BAD

    def untried(self, page: str) -> int:
        """How many places of a page are known and untried."""
        return sum(not self.tried[place] for place in self.known.get(page, ()))

    @property
    def pages(self) -> list[str]:
        """Those that it has been on."""
        return list(self.known)

    @property
    def places(self) -> tuple[int, int]:
        """How many of the elements' places have been tried, and how many there are."""
        every = {place for places in self.known.values() for place in places}
        return sum(bool(self.tried[place]) for place in every), len(every)

    def _weight(self, move: Move) -> float:
        tries = self.tried[move.place]
        weight = _WEIGHTS[move.kind] * self._weights.get(move.place, 1.0) / (1 + tries)
        if not tries:
            weight *= _NEW
        ahead = sum(self.untried(page) for page in self._leads.get(move.place, ()))
        return weight * (1 + _AHEAD * ahead)
