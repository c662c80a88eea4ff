"""When the writers of files have come to rest: one save, be it one file or a whole build, is one change.

Framework builds open many files at once, truncate them, and write over half a second; an editor writes one file in a
few steps. Pure: events and the time go in, what to do comes out. Times are milliseconds of one clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

QUIET_MS = 8
"""An editor writes a file in several steps; a change is told when no event has come for this long."""
CROWD_QUIET_MS = 20
"""The same where several files are being written, as builds do."""
LONGEST_MS = 400
"""Nothing waits longer than this for writers that do not come to rest."""

FileState = Literal["begun", "done", "lost"]
"""A writer has the file open; it is whole (closed, moved here, removed); anything may have changed."""


@dataclass(slots=True)
class _Pending:
    is_open: bool
    is_new: bool
    last_ms: float


@dataclass(slots=True)
class Settling:
    """The changes that have not been told yet. `is_built`: the files come from a build, many at a time.

    `is_code`: whether a file counts; nobody waits for the writers of others, such as a log that is open all day.
    """

    is_empty: Callable[[str], bool]
    is_code: Callable[[str], bool]
    is_built: bool = False
    _has_gone_on: bool = False
    _was_single: bool = False
    _pending: dict[str, _Pending] = field(default_factory=dict)
    _first_ms: float = 0.0
    _told: frozenset[str] = frozenset()
    _told_from_ms: float = -LONGEST_MS

    @property
    def paths(self) -> frozenset[str]:
        """What is waiting to be told."""
        return frozenset(self._pending)

    @property
    def noticed_ms(self) -> float:
        """When the first of the waiting changes was seen."""
        return self._first_ms

    def note(self, path: str, state: FileState, now_ms: float, *, is_new: bool = False) -> None:
        """An event of a file or folder."""
        since_told = now_ms - self._told_from_ms
        if not self._pending:
            self._first_ms = now_ms
            if self._was_single and since_told >= LONGEST_MS:
                self._has_gone_on = False
        before = self._pending.get(path)
        is_new = is_new or (before is not None and before.is_new)
        is_code = self.is_code(path)
        self._pending[path] = _Pending(is_code and state == "begun", is_new, now_ms)
        if is_code and path not in self._told and since_told < LONGEST_MS:
            # A save that went on after it was taken for finished: whoever writes here writes many files.
            self._has_gone_on = True

    def wait_ms(self, now_ms: float) -> float:
        """How long to wait for further events; 0: the changes can be taken."""
        if not self._pending:
            return 0.0
        left = self._first_ms + LONGEST_MS - now_ms
        code = [one.last_ms for path, one in self._pending.items() if self.is_code(path)]
        is_crowd = self.is_built or self._has_gone_on or len(code) > 1
        quiet = CROWD_QUIET_MS if is_crowd else QUIET_MS
        silent = now_ms - max(code, default=self._first_ms)
        if silent < quiet:
            return max(0.0, min(quiet - silent, left))
        return max(0.0, left) if any(self._is_half(path) for path in self._pending) else 0.0

    def take(self, now_ms: float) -> frozenset[str]:
        """What can be told now. A file that is half written stays for another while, but not for ever."""
        kept = {
            path: one
            for path, one in self._pending.items()
            if now_ms - one.last_ms < LONGEST_MS and self._is_half(path)
        }
        taken = frozenset(self._pending.keys() - kept.keys())
        self._was_single = len(taken) == 1 and self._first_ms - self._told_from_ms >= LONGEST_MS
        self._told, self._told_from_ms = taken, self._first_ms
        self._pending = kept
        self._first_ms = min((one.last_ms for one in kept.values()), default=0.0)
        return taken

    def _is_half(self, path: str) -> bool:
        one = self._pending[path]
        return one.is_open or (not one.is_new and self.is_code(path) and self.is_empty(path))
