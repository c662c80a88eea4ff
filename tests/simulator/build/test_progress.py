"""How far a build has come."""

from __future__ import annotations

from simulator.build.progress import EVERY_S, Progress


def test_files_count_once_and_further_ones_when_they_are_met() -> None:
    told: list[tuple[int, int]] = []
    clock = [0.0]
    progress = Progress({"a.js", "b.js", "c.js"}, {"a.js"}, lambda done, of: told.append((done, of)), lambda: clock[0])
    for path in ("b.js", "b.js", "util.js"):
        clock[0] += EVERY_S
        progress.file_done(path)
    assert told == [(2, 3), (2, 3), (3, 4)]


def test_a_build_that_is_through_soon_tells_nothing() -> None:
    told: list[tuple[int, int]] = []
    progress = Progress({"a.js"}, (), lambda done, of: told.append((done, of)), lambda: 0.0)
    progress.file_done("a.js")
    assert told == []
