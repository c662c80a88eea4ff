"""Calls that always answer the same."""

from __future__ import annotations

from typing import Any

from runtime.api.handler import Handler, in_host


def fixed(name: str, **result: Any) -> Handler:
    """A handler that succeeds with this result."""
    return in_host(name, lambda call, _ports: call.succeed(result), state="simulated")
