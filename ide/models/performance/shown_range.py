"""The stretch of time that a timeline shows, and how it is zoomed and moved. All times are Unix milliseconds."""

from __future__ import annotations

from dataclasses import dataclass

SHORTEST_MS = 1.0


@dataclass(frozen=True, slots=True)
class ShownRange:
    """From `begin_ms` on, `length_ms` long; both within `first_ms` and `last_ms`."""

    first_ms: float = 0.0
    last_ms: float = 0.0
    begin_ms: float = 0.0
    length_ms: float = 0.0

    @staticmethod
    def whole(first_ms: float, last_ms: float) -> ShownRange:
        """All of it."""
        length_ms = max(SHORTEST_MS, last_ms - first_ms)
        return ShownRange(first_ms, first_ms + length_ms, first_ms, length_ms)

    @property
    def is_whole(self) -> bool:
        """Whether all is shown."""
        return self.length_ms >= self.last_ms - self.first_ms

    def zoomed(self, factor: float, around_ms: float) -> ShownRange:
        """A stretch `factor` times as long, in which `around_ms` stays where it is."""
        longest_ms = max(SHORTEST_MS, self.last_ms - self.first_ms)
        length_ms = min(max(self.length_ms * factor, SHORTEST_MS), longest_ms)
        share = (around_ms - self.begin_ms) / self.length_ms if self.length_ms else 0.0
        return self._within(around_ms - share * length_ms, length_ms)

    def moved(self, by_ms: float) -> ShownRange:
        """Later, or earlier if `by_ms` is negative."""
        return self._within(self.begin_ms + by_ms, self.length_ms)

    def grown(self, first_ms: float, last_ms: float) -> ShownRange:
        """There is more; whoever saw all sees all again."""
        if self.is_whole:
            return ShownRange.whole(first_ms, last_ms)
        grown = ShownRange(first_ms, max(last_ms, first_ms + SHORTEST_MS), self.begin_ms, self.length_ms)
        return grown.moved(0.0)

    def at(self, x: float, width: float) -> float:
        """The time at a place of a picture so wide."""
        return self.begin_ms + x / max(1.0, width) * self.length_ms

    def x(self, time_ms: float, width: float) -> float:
        """The place of a time."""
        return (time_ms - self.begin_ms) / (self.length_ms or 1.0) * width

    def _within(self, begin_ms: float, length_ms: float) -> ShownRange:
        begin_ms = max(self.first_ms, min(begin_ms, self.last_ms - length_ms))
        return ShownRange(self.first_ms, self.last_ms, begin_ms, length_ms)
