"""How a test wants its program run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from simulator.api.dialog_answers import DialogAnswers

Tier = Literal["logic", "full"]
"""`logic`: base library, templates and APIs without a browser; `full`: with everything that is drawn."""
DEADLINE_S = 5.0
START_S = 30.0


@dataclass(frozen=True)
class RunSettings:
    """One program under test. `dialogs`: who answers dialogs; by default the test does (`app.dialogs`).

    `laid_over` are texts that count in place of the project's files. `deadline_s`: how long locators and expectations
    wait if nothing else is said; `start_s` the same for a start.
    """

    project: Path
    tier: Tier = "logic"
    device: str = ""
    dialogs: DialogAnswers = "ask"
    theme: Literal["light", "dark"] = "light"
    world: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    laid_over: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    deadline_s: float = DEADLINE_S
    start_s: float = START_S
