"""What handlers have to say about calls, as notices on the console."""

from __future__ import annotations

from collections.abc import Mapping

from runtime.api.texts import notice_text
from simulator.bridge.notices import Notices
from simulator.bridge.tap import Tap


class ApiReports:
    """The `ReportPort` of the host."""

    def __init__(self, tap: Tap) -> None:
        self._tap = tap

    def notice(self, code: str, arguments: Mapping[str, str]) -> None:
        """Something is simulated, or not supported."""
        self._tap.notice(notice_text(code, arguments), "info", code=code, detail=arguments)

    def internal_error(self, name: str, trace: str) -> None:
        """A handler of ours raised."""
        Notices(self._tap).say("internal-error", "error", detail={"name": name, "trace": trace})
