"""Memory of a process and everything it has started."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psutil

MB = 1024 * 1024


def used_mb(process_id: int | None = None) -> float:
    """Megabytes that a process (default: this one) and all that it has started hold for themselves (shared pages
    divided among their users where known)."""
    used: float = sum(getattr(memory, "pss", 0) or memory.uss for memory in _of_all(process_id))
    return used / MB


def own_mb(process_id: int | None = None) -> float:
    """Those that are no pages of files: what tells of growth. A page of a library counts for less as soon as a stranger
    uses it as well, and for more when that ends."""
    own: float = sum(_without_files(memory) for memory in _of_all(process_id))
    return own / MB


def _without_files(memory: Any) -> int:
    own: int = memory.rss - memory.shared if hasattr(memory, "shared") else memory.uss
    return own


def _of_all(process_id: int | None) -> Iterator[Any]:
    first = psutil.Process(process_id)
    for process in (first, *first.children(recursive=True)):
        try:
            yield process.memory_full_info()
        except psutil.Error:
            continue
