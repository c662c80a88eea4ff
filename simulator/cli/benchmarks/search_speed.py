"""How long a search through all files of a large project (350 pages, 2,100 files) takes in its process.

`find_in_files_ms` holds a word that many files have, one that none has, and an expression, each to its last answer.
"""

from __future__ import annotations

import queue
import time
from pathlib import Path
from typing import Any

from runtime.protocol.search import Done, Found, Query, Search
from simulator.cli.benchmarks.projects import MANY_COMPONENTS, MANY_PAGES, large_project
from simulator.search.process import Heard, SearchProcess

_QUERIES = {
    "common": Query("data"),
    "absent": Query("there is no such text"),
    "expression": Query(r"\b\w+:\s*\d", is_regex=True),
}
_DEADLINE_S = 60.0


def measure(runs: int) -> dict[str, Any]:
    """Milliseconds, one number a run."""
    process = SearchProcess()
    with large_project(MANY_PAGES, MANY_COMPONENTS) as root:
        try:
            _timed(process, root, _QUERIES["absent"])
            samples = {name: [_timed(process, root, query) for _ in range(runs)] for name, query in _QUERIES.items()}
        finally:
            process.close()
    return {"find_in_files_ms": samples}


def _timed(process: SearchProcess, root: Path, query: Query) -> float:
    heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
    started = time.perf_counter()
    process.search(Search(str(root), query, {}), heard.put)
    while isinstance(last := heard.get(timeout=_DEADLINE_S), Found):
        pass
    if not isinstance(last, Done) or not last.files:
        raise AssertionError(f"nothing was searched, so nothing was measured: {last}")
    return (time.perf_counter() - started) * 1000
