"""Sizes and times as people read them."""

from __future__ import annotations


def size(count_bytes: int) -> str:
    """For example `412 B`, `1.2 kB`, `3.4 MB`."""
    if count_bytes < 1000:
        return f"{count_bytes} B"
    if count_bytes < 1_000_000:
        return f"{count_bytes / 1000:.1f} kB"
    return f"{count_bytes / 1_000_000:.1f} MB"


def milliseconds(duration_ms: float) -> str:
    """For example `0.4 ms`, `35 ms`, `2.10 s`."""
    if duration_ms < 0.1:
        return "<0.1 ms"
    if duration_ms < 10:
        return f"{duration_ms:.1f} ms"
    if duration_ms < 1000:
        return f"{duration_ms:.0f} ms"
    return f"{duration_ms / 1000:.2f} s"
