"""What a program is doing, as the window and the command line are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

State = Literal["starting", "running", "background", "hung", "crashed", "stopped"]


class RunState:
    """`changed(state, detail)` hears of each entry, also into the same state again; `detail` says where or why."""

    def __init__(self, changed: Callable[[State, str], None]) -> None:
        self.now: State = "stopped"
        self._changed = changed

    def enter(self, state: State, detail: str = "") -> None:
        """From now on."""
        self.now = state
        self._changed(state, detail)
