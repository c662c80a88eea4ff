"""When it is worth reading what the last session has compiled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.project.load import load_project
from runtime.project.model import Project
from simulator.build.build_cache import BuildCache
from simulator.build.kept_units import FEW, KeptUnits
from tests.support.project_folder import write_project

MANY = [f"pages/p{number}/p{number}" for number in range(60)]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Of 60 pages, the first of which needs next to nothing and the second a lot of components."""
    names = [f"c{number}" for number in range(FEW)]
    files = {"app.json": json.dumps({"pages": MANY}), "app.js": "App({})"}
    for page in MANY:
        files |= {f"{page}.wxml": "<view/>", f"{page}.js": "Page({})"}
    for name in names:
        files |= {f"{name}.json": '{"component": true}', f"{name}.wxml": "<view/>", f"{name}.js": "Component({})"}
    files[f"{MANY[1]}.json"] = json.dumps({"usingComponents": {name: f"/{name}" for name in names}})
    return load_project(write_project(tmp_path / "project", files))


@pytest.fixture
def cache(project: Project, tmp_path: Path) -> BuildCache:
    """With all that the project compiles to."""
    cache = BuildCache(tmp_path / "cache", project.files.project_root)
    KeptUnits(cache).keep(build(project))
    return cache


def test_a_first_page_that_needs_little_is_not_kept_waiting(project: Project, cache: BuildCache) -> None:
    kept = KeptUnits(cache)
    assert len(kept.of(project, [MANY[0]])) == 0
    assert len(kept.of(project)) > 100


def test_a_first_page_that_needs_much_takes_what_is_there(project: Project, cache: BuildCache) -> None:
    assert len(KeptUnits(cache).of(project, [MANY[1]])) > 100
