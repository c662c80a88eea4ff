"""What a test keeps beside itself to compare with: trees and pictures, in `__snapshots__/<test file>/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from simulator.testing.failure import TestFailure

__tracebackhide__ = True

FOLDER = "__snapshots__"
UPDATE = "run with --update-snapshots to keep what there is now"
_NAME = re.compile(r"[\w.-]+(?: [\w.-]+)*")


@dataclass(frozen=True)
class Snapshots:
    """Those of one test. `folder` keeps them, `results` takes what is to be looked at when one differs.

    `updates`: what differs is kept as it is now. One that is missing is kept, and fails the test unless `updates`.
    """

    folder: Path
    results: Path
    updates: bool = False

    def file(self, name: str, ending: str) -> Path:
        """Where one is kept. Raises TestFailure for a name that is none."""
        if _NAME.fullmatch(name) is None:
            raise TestFailure(f"{name!r} is no name for a snapshot: letters, digits, '-', '_', '.' and single spaces")
        return self.folder / f"{name}.{ending}"

    def keep(self, file: Path, data: bytes) -> None:
        """Writes one."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def show(self, name: str, data: bytes) -> Path:
        """Writes something to be looked at; where it is."""
        file = self.results / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return file
