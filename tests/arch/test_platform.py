"""A program is handed its platform: nobody fetches one from a global place, and no table is kept for the process."""

from __future__ import annotations

import re

from tests.arch.sources import name_of, source_files

# Where a dialect is chosen. This list may only shrink, or name another edge of a process.
CHOOSES = {
    "ide/replay/app.py",
    "ide/shell/first_window.py",
    "runtime/platform/wechat.py",
    "runtime/project/load.py",
    "simulator/build/project_build.py",
    "simulator/cli/coverage.py",
    "simulator/cli/format.py",
    "simulator/cli/mcp.py",
    "simulator/cli/simulate.py",
    "simulator/worker/__main__.py",
}
TABLES = ("apis.json", "components.json", "component_support.json", "styles.json", "config.json")
# The view serves the page its table.
READS_TABLES = {"runtime/platform/platform.py", "simulator/phone/scheme.py"}


def test_only_edges_choose_a_dialect() -> None:
    naming = {name_of(path) for path in source_files(".py") if "runtime.platform.wechat" in path.read_text("utf-8")}
    assert naming <= CHOOSES


def test_tables_of_a_platform_are_read_by_it_alone() -> None:
    named = re.compile(rf"[\"/](?:{'|'.join(map(re.escape, TABLES))})\"")
    reading = {name_of(path) for path in source_files(".py") if named.search(path.read_text("utf-8"))}
    assert reading <= READS_TABLES


def test_nothing_of_a_platform_is_cached_for_the_process() -> None:
    cached = {
        name_of(path)
        for path in source_files(".py", folders=("runtime/api", "runtime/platform"))
        if re.search(r"^@(?:functools\.)?(?:lru_)?cache\b", path.read_text("utf-8"), re.MULTILINE)
    }
    # The words of notices belong to no dialect.
    assert cached <= {"runtime/api/texts.py"}
