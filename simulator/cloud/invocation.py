"""Calls of functions that are under way: who a request of a function's process belongs to, and what it has told."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Invocation:
    """One call. `token` opens the endpoint for its process; `outcome` is what its runner has told."""

    token: str
    env: str
    openid: str | None
    depth: int
    outcome: Mapping[str, Any] | None = None


class Invocations:
    """Those that are under way. May be asked from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[str, Invocation] = {}

    def open(self, env: str, openid: str | None, depth: int) -> Invocation:
        """A new one."""
        made = Invocation(secrets.token_urlsafe(24), env, openid, depth)
        with self._lock:
            self._open[made.token] = made
        return made

    def close(self, invocation: Invocation) -> None:
        """Its token opens nothing any more."""
        with self._lock:
            self._open.pop(invocation.token, None)

    def find(self, token: str) -> Invocation | None:
        """The one with a token."""
        with self._lock:
            return self._open.get(token)
