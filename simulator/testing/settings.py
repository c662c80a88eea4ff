"""How a test wants its program run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from simulator.api.dialog_answers import DialogAnswers

Access = Literal["open", "closed"]
"""The network: reached as ever, or not at all; routes of a test and the project's mock rules answer all the same."""
Tier = Literal["logic", "full"]
"""`logic`: base library, templates and APIs without a browser; `full`: with everything that is drawn."""
DEADLINE_S = 5.0
START_S = 30.0
FIRST_MOMENT_MS = 1_767_225_600_000
"""2026-01-01, midnight UTC."""


@dataclass(frozen=True)
class RunSettings:
    """One program under test. `dialogs`: who answers dialogs; by default the test does (`app.dialogs`).

    `data` is the folder in which it keeps what it stores, None for one that goes with it.
    `laid_over` are texts that count in place of the project's files. `deadline_s`: how long locators and expectations
    wait if nothing else is said; `start_s` the same for a start. With a `seed` each start is the same: random numbers
    follow from it, and the clock of the program stands still at `FIRST_MOMENT_MS` until somebody advances it.
    """

    project: Path
    tier: Tier = "logic"
    device: str = ""
    dialogs: DialogAnswers = "ask"
    theme: Literal["light", "dark"] = "light"
    world: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    data: Path | None = None
    laid_over: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    deadline_s: float = DEADLINE_S
    start_s: float = START_S
    seed: int | None = None
    network: Access = "open"
