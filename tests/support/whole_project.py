"""What panels ask about the project and the host, answered by tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ide.models.loaded_files import LoadedFile
from ide.models.performance.asked import Memory
from ide.models.performance.heap import Heap, HeapRow
from runtime.audit.report import AuditReport
from simulator.debug.profile import Profile


class FakeAudits:
    """Runs wait in `waiting` for a test to answer them."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[AuditReport | None], None]] = []

    def run(self, done: Callable[[AuditReport | None], None]) -> None:
        self.waiting.append(done)


class FakeMeasures:
    """A start that was asked for at `asked`; memory as it is laid down."""

    def __init__(self) -> None:
        self.asked = 0.0
        self.held: Memory | None = Memory(1e12, 20, 100, 200)
        self.obstacle = ""
        self.profile: Profile | None = None
        self.profiles: list[str] = []
        self.rows: Sequence[HeapRow] = ()
        self.left: Sequence[tuple[str, str]] = ()

    def asked_at_ms(self) -> float:
        return self.asked

    def memory(self, done: Callable[[Memory | None], None]) -> None:
        done(self.held)

    def begin_profile(self, began: Callable[[str], None]) -> None:
        self.profiles.append("begin")
        began(self.obstacle)

    def left_pages(self, done: Callable[[Sequence[tuple[str, str]]], None]) -> None:
        done(self.left)

    def heap(self, done: Callable[[Heap], None]) -> None:
        done(Heap(5_000_000, 100_000_000, 9, True, self.rows))

    def end_profile(self, done: Callable[[Profile | None], None]) -> None:
        self.profiles.append("end")
        done(self.profile)


class FakeSources:
    """Files as they are laid down; what is asked to be laid out waits in `asked`."""

    def __init__(self) -> None:
        self.held: Sequence[LoadedFile] = ()
        self.asked: list[tuple[str, Callable[[str | None], None]]] = []

    def files(self, done: Callable[[Sequence[LoadedFile]], None]) -> None:
        done(self.held)

    def pretty(self, text: str, done: Callable[[str | None], None]) -> None:
        self.asked.append((text, done))
