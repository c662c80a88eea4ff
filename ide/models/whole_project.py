"""What a panel may ask about the whole project: sides of the `DebugTarget` that need no running program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from runtime.audit.report import AuditReport


class Audits(Protocol):
    """What can be said of the whole project, good and bad."""

    def run(self, done: Callable[[AuditReport | None], None]) -> None:
        """Audits the last build, as soon as there is a whole one; whoever asked before hears nothing. None: it could
        not be done."""
