"""What panels ask about the whole project, answered by tests."""

from __future__ import annotations

from collections.abc import Callable

from runtime.audit.report import AuditReport


class FakeAudits:
    """Runs wait in `waiting` for a test to answer them."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[AuditReport | None], None]] = []

    def run(self, done: Callable[[AuditReport | None], None]) -> None:
        self.waiting.append(done)
