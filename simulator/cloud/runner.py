"""Who runs cloud functions, as the cloud sees it."""

from __future__ import annotations

from typing import Any, Protocol


class Functions(Protocol):
    """May be called from several threads."""

    def names(self) -> list[str]:
        """Those that there are."""

    def config(self, name: str) -> Any:
        """What the function's `config.json` says; None without one that can be read."""

    def call(self, env: str, name: str, data: Any, openid: str | None, source: str, depth: int = 0) -> Any:
        """Runs one; returns what it returns. Raises CloudFailure."""
