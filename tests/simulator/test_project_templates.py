"""Making projects from templates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.project_templates import NewProjectError, new_project, picture_of, template_names


@pytest.mark.parametrize("template", ["blank", "shop", "todo"])
def test_every_page_of_a_template_exists(tmp_path: Path, template: str) -> None:
    target = tmp_path / "new" / "project"
    made = new_project(target, template, 'My "shop" 商店')
    app = json.loads((target / "app.json").read_text("utf-8"))
    assert app["window"]["navigationBarTitleText"] == 'My "shop" 商店'
    assert json.loads((target / "project.config.json").read_text("utf-8"))["projectname"] == 'My "shop" 商店'
    assert all((target / f"{page}.{suffix}").exists() for page in app["pages"] for suffix in ("js", "wxml", "wxss"))
    icons = [item[key] for item in app.get("tabBar", {}).get("list", ()) for key in ("iconPath", "selectedIconPath")]
    assert all((target / icon).exists() for icon in icons)
    assert all(b"@name@" not in file.read_bytes() for file in made)


def test_all_templates_are_tested_above() -> None:
    assert template_names() == ("blank", "shop", "todo", "2048")
    assert all(picture_of(name).startswith(b"\x89PNG") for name in template_names())


def test_the_folder_gives_the_name(tmp_path: Path) -> None:
    new_project(tmp_path / "tea")
    assert json.loads((tmp_path / "tea" / "project.config.json").read_text("utf-8"))["projectname"] == "tea"


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(NewProjectError, match="not an empty folder"):
        new_project(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["mine.txt"]


def test_a_place_that_cannot_be_written_is_an_error_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NewProjectError):
        new_project(tmp_path / "file" / "inside")


def test_an_appid_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NewProjectError, match="no appid"):
        new_project(tmp_path / "tea", appid='wx"}')
    assert not (tmp_path / "tea").exists()
