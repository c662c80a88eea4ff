"""The panels of the window as a plug-in of the command line: nothing below `ide` may import them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from simulator.running.headless import HeadlessProgram


class Panels(Protocol):
    """All panels of one program."""

    def refresh(self) -> None:
        """Asks the program for what they show."""

    def lines(self) -> Mapping[str, Sequence[str]]:
        """What each shows, by its name."""


def find_panels() -> Callable[[HeadlessProgram], Panels] | None:
    """What makes the panels of a program, which hear it from then on; None where they were not installed."""
    for plugin in entry_points(group="handset.panels"):
        make = plugin.load()
        return lambda driver: make(driver.program)
    return None


def save_panels(driver: HeadlessProgram, panels: Panels, target: Path, timeout_s: float) -> None:
    """Writes what they show now as one JSON object: a list of lines for each."""
    panels.refresh()
    driver.until_rested(timeout_s)
    target.write_text(json.dumps(panels.lines(), ensure_ascii=False, indent=1), encoding="utf-8")
