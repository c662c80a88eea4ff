"""How far a build has come, in files; told now and then while it runs. For the builder's thread alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection

EVERY_S = 0.1
"""Nobody reads faster, and a build that is through by then has nothing to tell."""


class Progress:
    """Counts the files of one build.

    `known`: files that it is sure to read, `done`: those that an earlier one has read. Further ones (modules that
    scripts require) count when they are met.
    """

    def __init__(
        self,
        known: Collection[str],
        done: Collection[str],
        tell: Callable[[int, int], None],
        now: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._known, self._done = {*known, *done}, set(done)
        self._tell, self._now = tell, now
        self._told_at = now()

    def file_done(self, path: str) -> None:
        """A file has been read and compiled."""
        self._known.add(path)
        self._done.add(path)
        if self._now() - self._told_at >= EVERY_S:
            self._told_at = self._now()
            self._tell(len(self._done), len(self._known))
