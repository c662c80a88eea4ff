"""A project that vanishes under a running program and comes back is taken up again, on the same page."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

FILES = {
    "app.json": '{"pages": ["p/p", "q/q"]}',
    "app.js": "App({})",
    "p/p.wxml": "<view>first</view>",
    "p/p.js": "Page({})",
    "q/q.wxml": "<view>second</view>",
    "q/q.js": "Page({ data: { n: 1 } })",
}

Loss = Callable[[Path], Callable[[], object]]


def moved(root: Path) -> Callable[[], object]:
    away = root.with_name("away")
    root.rename(away)
    return lambda: away.rename(root)


def deleted(root: Path) -> Callable[[], object]:
    shutil.rmtree(root)
    return lambda: write_project(root, FILES)


def without_app_json(root: Path) -> Callable[[], object]:
    (root / "app.json").unlink()
    return lambda: write_project(root, {"app.json": FILES["app.json"]})


def made_in_steps(root: Path) -> Callable[[], object]:
    shutil.rmtree(root)
    root.mkdir()
    return lambda: write_project(root, dict(reversed(FILES.items())))


@pytest.mark.parametrize("lose", [moved, deleted, without_app_json, made_in_steps])
def test_a_project_that_comes_back_runs_again(open_phone: OpenPhone, tmp_path: Path, lose: Loss) -> None:
    root = write_project(tmp_path / "project", FILES)
    user = open_phone(root, watches=True)
    user.start("q/q")
    bring_back = lose(root)
    user.see(lambda: user.program.state == "stopped", "the loss to be noticed")
    bring_back()
    user.see(lambda: user.program.state == "running", "the project to be taken up")
    user.see_page("q/q")
    write_project(root, {"q/q.js": "Page({ data: { n: 2 } })"})
    user.see(lambda: user.data("n") == 2, "a change after the return to be taken up")
