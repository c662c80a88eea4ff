"""Node.js as it is installed on this computer, and how it is kept from files that are not a function's."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from runtime.systems.process_groups import WITHOUT_CONSOLE

OLDEST = (18, 0)
ASK_S = 30.0


@dataclass(frozen=True, slots=True)
class Node:
    """`version`: major and minor."""

    program: str
    version: tuple[int, int]

    def command(self, script: Path, *, reads: Sequence[Path], writes: Sequence[Path]) -> list[str]:
        """Runs a script that sees these folders alone, starts no process and loads no native code, where Node can."""
        flag = self._permission_flag
        if not flag:
            return [self.program, str(script)]
        allowed = [f"--allow-fs-read={folder}" for folder in (script.parent, *reads, *writes)]
        allowed += [f"--allow-fs-write={folder}" for folder in writes]
        return [self.program, "--no-warnings", flag, *allowed, str(script)]

    @property
    def _permission_flag(self) -> str:
        if self.version >= (23, 5) or (22, 13) <= self.version < (23, 0):
            return "--permission"
        return "--experimental-permission" if self.version >= (20, 0) else ""


@cache
def find_node() -> Node | None:
    """The one on the path; None if there is none, or none that is new enough."""
    program = shutil.which("node")
    if program is None:
        return None
    try:
        told = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=ASK_S, creationflags=WITHOUT_CONSOLE,
            check=False,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.match(r"v(\d+)\.(\d+)", told.stdout)
    version = (int(found[1]), int(found[2])) if found else (0, 0)
    return Node(program, version) if version >= OLDEST else None
