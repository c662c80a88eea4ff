"""Recorded tests as their panel sees them: steps are lines that a test adds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ide.models.signal import Signal
from ide.models.user_tests import Expected, Ref, RunEnd


class FakeUserTests:
    """Implements `ide.models.user_tests.UserTests`. `files` are those that are there, `refusal` is raised by `save`."""

    def __init__(self) -> None:
        self.changed: Signal[None] = Signal()
        self.is_on = self.is_paused = False
        self.can_begin = True
        self.lines: list[str] = []
        self.files: set[str] = set()
        self.refusal: OSError | None = None
        self.runs: list[tuple[str, Callable[[RunEnd], None]]] = []
        self.stops = 0

    @property
    def step_count(self) -> int:
        return len(self.lines)

    def script(self, name: str) -> str:
        return "\n".join([f"def test_{name}():", *self.lines])

    def add(self, line: str) -> None:
        """The user has done something."""
        self.lines.append(line)
        self.changed.emit(None)

    def begin(self) -> bool:
        if self.can_begin:
            self.lines, self.is_on = [], True
            self.changed.emit(None)
        return self.can_begin

    def end(self) -> None:
        self.is_on = self.is_paused = False
        self.changed.emit(None)

    def pause(self, *, is_on: bool) -> None:
        self.is_paused = is_on
        self.changed.emit(None)

    def undo(self) -> None:
        self.lines = self.lines[:-1]
        self.changed.emit(None)

    def expect(self, expected: Expected, ref: Ref) -> None:
        self.add(f"expect {expected} {ref}")

    def path(self, name: str) -> Path:
        return Path("project", "tests", f"test_{name}.py")

    def save(self, name: str, *, replaces: bool) -> Path:
        if self.refusal is not None:
            raise self.refusal
        if name in self.files and not replaces:
            raise FileExistsError(name)
        self.files.add(name)
        return self.path(name)

    def run(self, name: str, done: Callable[[RunEnd], None]) -> None:
        self.runs.append((name, done))

    def stop(self) -> None:
        self.stops += 1
