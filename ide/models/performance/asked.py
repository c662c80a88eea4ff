"""What Performance asks beside the records: a side of the `DebugTarget`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ide.models.performance.heap import Heap
from simulator.debug.profile import Profile


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes by process; pages of memory that several share are divided among them where the system tells.

    `time_ms`: Unix time.
    """

    time_ms: float
    logic_mb: float
    view_mb: float
    rest_mb: float

    @property
    def total_mb(self) -> float:
        """All of it."""
        return self.logic_mb + self.view_mb + self.rest_mb


class Measures(Protocol):
    """What the host measures."""

    def asked_at_ms(self) -> float:
        """When somebody asked for the present start (Unix time); 0 if nobody did: the program started again by
        itself."""

    def memory(self, done: Callable[[Memory | None], None]) -> None:
        """What the program and the window hold now; later, since it is read in a thread. None: it cannot be known."""

    def begin_profile(self, began: Callable[[str], None]) -> None:
        """Starts the program again on the same pages, its own functions reporting when they run. `began` gets what
        is in the way (`not-built`), or an empty text."""

    def end_profile(self, done: Callable[[Profile | None], None]) -> None:
        """What ran, and a start without reports. None: the program that was profiled is gone."""

    def heap(self, done: Callable[[Heap], None]) -> None:
        """What the engine holds after what nobody reaches is freed, and what can be seen of it."""

    def left_pages(self, done: Callable[[Sequence[tuple[str, str]]], None]) -> None:
        """The pages that were unloaded and are still held: path, and the way to it if that is known."""
