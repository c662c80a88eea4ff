"""What a user does on the phone as a test: recorded, saved and run, as its panel sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from ide.models.signal import Signal

Ref = tuple[int, int]
Expected = Literal["visible", "text", "count", "value"]
"""What an element is expected to be or have."""


@dataclass(frozen=True, slots=True)
class RunEnd:
    """How the run of a test has ended. `output` is what pytest has said; `problem`: why there was no run."""

    has_passed: bool
    output: str = ""
    problem: str = ""


class UserTests(Protocol):
    """Of one running program. `changed` fires when the script is another one, or recording begins, stands or ends."""

    changed: Signal[None]

    @property
    def is_on(self) -> bool:
        """Whether what the user does is recorded."""

    @property
    def is_paused(self) -> bool:
        """Whether it is not, for a while."""

    @property
    def step_count(self) -> int:
        """How many steps there are."""

    def script(self, name: str) -> str:
        """The file of the test that a user calls so."""

    def begin(self) -> bool:
        """From an empty script on, with a start of the program; False if there is none that could be started."""

    def end(self) -> None:
        """No more; the script stays."""

    def pause(self, *, is_on: bool) -> None:
        """What is done meanwhile is left out."""

    def undo(self) -> None:
        """Without the last step."""

    def expect(self, expected: Expected, ref: Ref) -> None:
        """An element of the visible page is to be as it is now."""

    def path(self, name: str) -> Path:
        """The file in the project that a test of this name is saved as."""

    def save(self, name: str, *, replaces: bool) -> Path:
        """Into the project. Raises FileExistsError, if it is not to replace what is there, and OSError."""

    def run(self, name: str, done: Callable[[RunEnd], None]) -> None:
        """The script as it is, in a process of its own; `done` is called once, later."""

    def stop(self) -> None:
        """Ends a run."""
