"""The calls of setData of each page and component, added up, and what in them costs a phone time.

Limits are the platform's published ones (performance audits): 20 calls a second, 256 kB a call, 1,024 kB at the most.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ide.models.updates.calls import Batch, Call
from simulator.bridge.record import DomTiming

CALLS_A_SECOND = 20
LARGE_SIZE = 256 * 1024
LARGEST_SIZE = 1024 * 1024
KEPT_CALLS = 200
KEPT_BATCHES = 2000
KEPT_PLACES = 50
Advice = Literal["too-large", "large", "often", "unread", "unchanged"]


@dataclass
class KeyTotal:
    """What one key has cost so far."""

    calls: int = 0
    size: int = 0
    unchanged: int = 0
    unread: int = 0


@dataclass
class Total:
    """All calls of one page or component. `most_in_a_second` is the largest number of calls within any second."""

    path: str
    calls: int = 0
    size: int = 0
    largest: int = 0
    logic_ms: float = 0.0
    wasted: int = 0
    most_in_a_second: int = 0
    keys: dict[str, KeyTotal] = field(default_factory=dict)
    places: Counter[tuple[str, int]] = field(default_factory=Counter)
    recent: deque[Call] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    _second: deque[float] = field(default_factory=deque)

    def add(self, call: Call) -> None:
        """One more."""
        self.calls += 1
        self.size += call.size
        self.largest = max(self.largest, call.size)
        self.logic_ms += call.logic_ms
        self.recent.append(call)
        if call.place and (len(self.places) < KEPT_PLACES or (call.place.file, call.place.line) in self.places):
            self.places[call.place.file, call.place.line] += 1
        self._second.append(call.time_ms)
        while self._second[0] <= call.time_ms - 1000:
            self._second.popleft()
        self.most_in_a_second = max(self.most_in_a_second, len(self._second))
        for key in call.keys:
            total = self.keys.setdefault(key.key, KeyTotal())
            total.calls += 1
            total.size += key.size
            total.unchanged += key.is_unchanged
            total.unread += key.is_unread
            self.wasted += key.size if key.is_unchanged or key.is_unread else 0

    def calls_in_last_second(self, now_ms: float) -> int:
        """How many there were just now."""
        return sum(time_ms > now_ms - 1000 for time_ms in self._second)

    def advice(self) -> list[tuple[Advice, dict[str, str]]]:
        """What to mend first, with what the words need."""
        found: list[tuple[Advice, dict[str, str]]] = []
        if self.largest > LARGE_SIZE:
            kind: Advice = "too-large" if self.largest > LARGEST_SIZE else "large"
            found.append((kind, {"size": str(self.largest // 1024)}))
        if self.most_in_a_second > CALLS_A_SECOND:
            found.append(("often", {"count": str(self.most_in_a_second)}))
        if unread := [key for key, total in self.keys.items() if total.unread]:
            found.append(("unread", {"keys": _some(unread)}))
        if same := [key for key, total in self.keys.items() if total.unchanged]:
            found.append(("unchanged", {"keys": _some(same)}))
        return found


class Ledger:
    """Of one run."""

    def __init__(self) -> None:
        self._totals: dict[str, Total] = {}
        self._batches: OrderedDict[Batch, DomTiming] = OrderedDict()

    def clear(self) -> None:
        """Another run, or the user wants to begin anew."""
        self._totals.clear()
        self._batches.clear()

    def add(self, call: Call) -> None:
        """One more call."""
        self._totals.setdefault(call.path, Total(call.path)).add(call)

    def drawn(self, batch: Batch, timing: DomTiming) -> None:
        """A batch is on the screen."""
        self._batches[batch] = timing
        while len(self._batches) > KEPT_BATCHES:
            self._batches.popitem(last=False)

    def timing(self, call: Call) -> DomTiming | None:
        """Where the time of the frame went that shows a call; None while it is not drawn, or not known any more."""
        return self._batches.get(call.batch)

    def calls_in(self, batch: Batch) -> list[Call]:
        """The calls that a batch brought to the view, in their order, as far as they are kept."""
        found = [call for total in self._totals.values() for call in total.recent if call.batch == batch]
        return sorted(found, key=lambda call: call.time_ms)

    @property
    def totals(self) -> Sequence[Total]:
        """Those that move most first."""
        return sorted(self._totals.values(), key=lambda total: (-total.size, total.path))


def _some(keys: Sequence[str]) -> str:
    return ", ".join(keys[:5]) + (" …" if len(keys) > 5 else "")
