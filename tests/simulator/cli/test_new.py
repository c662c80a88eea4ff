"""Making projects from templates."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from pathlib import Path

import pytest

from simulator.cli.check import run_check
from simulator.cli.new import EXIT_REFUSED, NewProjectError, new_project, run_new, template_names


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
    assert template_names() == ("blank", "shop", "todo")


def test_the_folder_gives_the_name(tmp_path: Path) -> None:
    new_project(tmp_path / "tea")
    assert json.loads((tmp_path / "tea" / "project.config.json").read_text("utf-8"))["projectname"] == "tea"


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(NewProjectError, match="not an empty folder"):
        new_project(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["mine.txt"]


def test_unknown_templates_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_new(tmp_path / "x", template="nope", name="") == EXIT_REFUSED
    assert "blank, shop, todo" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_an_error_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NewProjectError):
        new_project(tmp_path / "file" / "inside")


@pytest.mark.parametrize("template", ["blank", "shop", "todo"])
def test_templates_compile_without_a_word(tmp_path: Path, template: str) -> None:
    new_project(tmp_path / template, template)
    assert findings(tmp_path / template) == []


def test_the_bundled_example_compiles_without_a_word() -> None:
    assert findings(Path(str(files("resources"))) / "examples" / "2048") == []


def findings(project: Path) -> list[object]:
    out = io.StringIO()
    run_check(project, as_json=True, out=out)
    found: list[object] = json.loads(out.getvalue())["diagnostics"]
    return found
