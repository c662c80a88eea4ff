"""What must be done once before scripts can be judged can be done before anybody waits for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.compiler.script import syntax
from runtime.compiler.swaps import prepare, swap_obstacle
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, write_project

SCRIPT = """const kept = {}
let count = 0
import { a } from './a'
Page({ show() { this.setData(kept); Object.assign(a, kept); return { kept } } })
"""


@pytest.mark.parametrize("ending", ["js", "ts"])
def test_a_judgement_after_preparing_reads_no_new_pattern(tmp_path: Path, ending: str) -> None:
    path = f"pages/index/index.{ending}"
    files = {name: text for name, text in PAGE.items() if name != "pages/index/index.js"}
    project = load_project(write_project(tmp_path, {**files, path: SCRIPT}))
    syntax._query.cache_clear()
    prepare([path, "app.json", "data.txt"])
    known = syntax._query.cache_info().misses
    assert known > 0
    swap_obstacle(project, [path])
    assert syntax._query.cache_info().misses == known
