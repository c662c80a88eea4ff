"""What an interceptor is, and which of them a call passes, in which order.

An interceptor is written once and works for every API and every method of an object, wherever its handler runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, Protocol, get_args

from runtime.api.call import Call
from runtime.api.registry import Entry

GoOn = Callable[[], None]
Stage = Literal["mock", "world", "permission"]
"""In the order in which a call passes them: a rule of the user comes before what the desk plays, a refusal before the
handler. The trace (`interceptors/trace.py`) is last: it tells what has become of a call, whoever ended it."""

STAGES: tuple[Stage, ...] = get_args(Stage)


class Interceptor(Protocol):
    """Steps into calls. `names`: which ones (`request`, `FileSystemManager.readFile`); None: all.

    `patience_ms`: how long it may hold a call; 0: as long as it likes, for what waits for a person. A call that the
    program waits for (`sync`) is held for `SYNC_PATIENCE_MS` at most.
    """

    @property
    def names(self) -> frozenset[str] | None: ...

    @property
    def patience_ms(self) -> int: ...

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        """Answers the call, now or later, or lets it go on, now or later. What it raises is the call's failure."""


class Interceptors:
    """All interceptors of one program. `changed` hears when other calls are concerned than before."""

    def __init__(self, changed: Callable[[], object] = lambda: None) -> None:
        # In the order of the stages.
        self._by_stage: dict[Stage, list[Interceptor]] = {stage: [] for stage in STAGES}
        self.changed = changed

    def add(self, stage: Stage, interceptor: Interceptor, *, is_first: bool = False) -> Callable[[], None]:
        """Puts one into its stage, behind those that are there or before them; the returned function takes it out."""
        at = self._by_stage[stage]

        def remove() -> None:
            at.remove(interceptor)
            self.changed()

        at.insert(0 if is_first else len(at), interceptor)
        self.changed()
        return remove

    def of(self, name: str) -> list[tuple[Stage, Interceptor]]:
        """Those that a call passes, in order."""
        return [
            (stage, one)
            for stage, ones in self._by_stage.items()
            for one in ones
            if (names := one.names) is None or name in names
        ]

    def wanted(self, names: Iterable[str]) -> list[str]:
        """Of these calls those that somebody wants to see, in the same order."""
        by_name = [one.names for ones in self._by_stage.values() for one in ones]
        return [name for name in names if any(wanted is None or name in wanted for wanted in by_name)]
