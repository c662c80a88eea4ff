"""The clock of the program's code in the hands of a test: `Date` and timers stand still until `advance`."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any

__tracebackhide__ = True


class Clock:
    """Of one program; `evaluate` gives the value of an expression in it."""

    def __init__(self, evaluate: Callable[[str], Any]) -> None:
        self._evaluate = evaluate
        self._is_installed = False

    def install(self, time: datetime.datetime | float | str | None = None) -> None:
        """From now on it is this time (None: now) and goes on by `advance` alone. Seconds since the epoch as a number,
        ISO 8601 as text. Timers that are running already go on by the real clock."""
        self._evaluate(f"handset.clock.install({json.dumps(_milliseconds(time))})")
        self._is_installed = True

    def advance(self, milliseconds: float) -> None:
        """Lets time go by: what is due by then is called in order, each at its own time."""
        self._evaluate(f"handset.clock.advance({json.dumps(milliseconds)})")

    def next(self, milliseconds: float) -> float:
        """Lets time go by until one timer has run, or so many ms; how many it were."""
        return float(self._evaluate(f"handset.clock.next({json.dumps(milliseconds)})"))

    def uninstall(self) -> None:
        """The real clock again; timers that still wait are dropped."""
        if self._is_installed:
            self._evaluate("handset.clock.uninstall()")
            self._is_installed = False

    def forget(self) -> None:
        """The program starts anew, with the real clock."""
        self._is_installed = False


def _milliseconds(time: Any) -> float | None:
    if time is None:
        return None
    if isinstance(time, str):
        time = datetime.datetime.fromisoformat(time)
    return time.timestamp() * 1000 if isinstance(time, datetime.datetime) else float(time) * 1000
