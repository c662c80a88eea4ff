"""What differs between two builds, and which file it is written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, write_project

STEM = "pages/index/index"


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        (f"{STEM}.js", f"{STEM}.txt", f"{STEM}.js"),
        (f"{STEM}.js", f"{STEM}.ts", f"{STEM}.js"),
        (f"{STEM}.wxss", f"{STEM}.less", f"{STEM}.wxss"),
    ],
)
def test_a_renamed_file_is_named_itself(tmp_path: Path, old: str, new: str, file: str) -> None:
    root = write_project(tmp_path, {**PAGE, f"{STEM}.wxss": ".a {}", f"{STEM}.json": "{}"})
    first = build(load_project(root))
    (root / old).rename(root / new)
    changes = build(first.project, first, [old, new]).changes(first)
    assert (changes.configs, changes.config_file) == ((STEM,), file)


def test_a_page_s_own_configuration_is_its_json(tmp_path: Path) -> None:
    root = write_project(tmp_path, {**PAGE, f"{STEM}.json": "{}"})
    first = build(load_project(root))
    (root / f"{STEM}.json").write_text('{"navigationBarTitleText": "x"}')
    assert build(first.project, first, [f"{STEM}.json"]).changes(first).config_file == f"{STEM}.json"
