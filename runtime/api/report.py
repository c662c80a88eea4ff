"""What calls have to say on the console."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class ReportPort(Protocol):
    """The console, for what is worth saying about calls."""

    def notice(self, code: str, arguments: Mapping[str, str]) -> None:
        """A message of resources/messages/api.json: something is simulated, or not supported."""

    def internal_error(self, name: str, trace: str) -> None:
        """A handler of ours raised."""
