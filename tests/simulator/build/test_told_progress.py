"""A first build tells how far it has come; a build of what has changed does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.build import progress
from simulator.build.project_build import ProjectBuild
from tests.support.project_folder import PAGE, write_project
from tests.support.waiting import wait_until


def test_the_first_build_tells_each_file_and_its_end(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY_S", 0)
    root = write_project(tmp_path, {**PAGE, "app.js": "require('./lib')", "lib.js": ""})
    told: list[tuple[int, int]] = []
    build = ProjectBuild(root, watches=False)
    build.progressed.connect(lambda done, total: told.append((done, total)))
    build.request()
    wait_until(lambda: told[-1:] == [(0, 0)], "the end")
    own = len([path for path in (*PAGE, "app.js") if not path.endswith(".json")])
    assert told[0] == (1, own)
    assert told[-2] == (own + 1, own + 1)
    told.clear()
    (root / "lib.js").write_text("1")
    build.request(["lib.js"])
    wait_until(lambda: told != [], "the next end")
    assert told == [(0, 0)]
    build.close()
