"""A file answers one question, so it is short."""

from __future__ import annotations

from tests.arch.sources import PACKAGES, ROOT, name_of, source_files

MAX_LINES = 400
TABLES: frozenset[str] = frozenset()


def test_no_source_file_is_long() -> None:
    long = {}
    for path in (*source_files(".py", ".js", folders=(*PACKAGES, "tests")), ROOT / "dev.py"):
        lines = path.read_text("utf-8").count("\n")
        if lines > MAX_LINES and name_of(path) not in TABLES:
            long[name_of(path)] = lines
    assert long == {}


def test_every_table_is_still_long() -> None:
    assert [name for name in sorted(TABLES) if (ROOT / name).read_text("utf-8").count("\n") <= MAX_LINES] == []
