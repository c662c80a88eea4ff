"""A diagnostic before it has a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Code, offsets, arguments."""

    code: str
    start: int
    end: int
    args: dict[str, str]
