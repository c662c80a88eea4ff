"""What handlers have to say about calls, as notices on the console."""

from __future__ import annotations

from collections.abc import Mapping

from runtime.api.texts import notice_text
from simulator.bridge.notices import Notices
from simulator.bridge.recorder import Recorder


class ApiReports:
    """The `ReportPort` of the host."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def notice(self, code: str, arguments: Mapping[str, str]) -> None:
        """Something is simulated, or not supported."""
        self._recorder.notice(notice_text(code, arguments), "info", code=code, detail=arguments)

    def internal_error(self, name: str, trace: str) -> None:
        """A handler of ours raised."""
        Notices(self._recorder).say("internal-error", "error", detail={"name": name, "trace": trace})
