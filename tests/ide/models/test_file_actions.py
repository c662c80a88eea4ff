"""Making, renaming and moving files; a page's entry in app.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ide.models.file_actions import Failed, add_page, create_component, create_file, create_page, rename


def test_a_page_is_four_files_and_an_entry(tmp_path: Path) -> None:
    (tmp_path / "mini").mkdir()
    app = tmp_path / "mini" / "app.json"
    app.write_text('{\n  "pages": [\n    "pages/index/index"\n  ],\n  "window": {}\n}\n')
    assert create_page(tmp_path, "mini", "mini/pages/log", "log") == "mini/pages/log/log.wxml"
    assert sorted(path.name for path in (tmp_path / "mini/pages/log").iterdir()) == [
        "log.js", "log.json", "log.wxml", "log.wxss",
    ]  # fmt: skip
    assert app.read_text() == (
        '{\n  "pages": [\n    "pages/index/index",\n    "pages/log/log"\n  ],\n  "window": {}\n}\n'
    )


@pytest.mark.parametrize("text", ['{"pages": ["a/a"]}', '{"pages":[]}', "{}", '{"pages": [\n"a/a"\n]}'])
def test_the_list_of_pages_grows_in_any_form(tmp_path: Path, text: str) -> None:
    app = tmp_path / "app.json"
    app.write_text(text)
    before = json.loads(text).get("pages", [])
    assert add_page(app, "b/b") is None
    assert json.loads(app.read_text())["pages"] == [*before, "b/b"]


def test_a_page_below_a_subpackage_belongs_to_it(tmp_path: Path) -> None:
    app = tmp_path / "app.json"
    app.write_text('{"pages": ["a/a"], "subpackages": [{"root": "packages/shop/", "pages": ["list"]}]}')
    add_page(app, "packages/shop/cart")
    assert json.loads(app.read_text())["subpackages"][0]["pages"] == ["list", "cart"]


def test_comments_in_app_json_stay_and_the_right_list_grows(tmp_path: Path) -> None:
    app = tmp_path / "app.json"
    app.write_text(
        '{\n  // packages first\n  "subpackages": [{"root": "shop", "pages": ["list"]}],\n  "pages": ["a/a"]\n}\n'
    )
    before = app.read_text()
    assert add_page(app, "b/b") is None
    assert app.read_text() == before.replace('["a/a"]', '["a/a", "b/b"]')
    assert add_page(app, "shop/cart") is None
    assert '["list", "cart"]' in app.read_text()


def test_a_broken_app_json_is_left_alone(tmp_path: Path) -> None:
    app = tmp_path / "app.json"
    app.write_text("{ oops")
    failed = add_page(app, "b/b")
    assert failed is not None
    assert failed.key == "app_json_unchanged"
    assert app.read_text() == "{ oops"


def test_a_component_says_so_in_its_json(tmp_path: Path) -> None:
    assert create_component(tmp_path, "", "components/card", "card") == "components/card/card.wxml"
    assert json.loads((tmp_path / "components/card/card.json").read_text())["component"] is True


@pytest.mark.parametrize("name", ["..", "a/../../b", "", "a:b", "a\nb"])
def test_wrong_names_are_refused(tmp_path: Path, name: str) -> None:
    made = create_file(tmp_path, "", name)
    assert isinstance(made, Failed)
    assert made.key == "name_wrong"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("old")
    (tmp_path / "b.js").write_text("other")
    assert create_file(tmp_path, "", "a.js") == Failed("name_taken", {"file": "a.js"})
    assert rename(tmp_path, "b.js", "a.js") == Failed("name_taken", {"file": "a.js"})
    assert (tmp_path / "a.js").read_text() == "old"


def test_another_case_never_replaces_another_file(tmp_path: Path) -> None:
    (tmp_path / "A.js").write_text("big")
    (tmp_path / "a.js").write_text("small")
    if (tmp_path / "A.js").read_text() == "small":  # one file for both names
        assert rename(tmp_path, "A.js", "a.js") == "a.js"
        return
    assert rename(tmp_path, "A.js", "a.js") == Failed("name_taken", {"file": "a.js"})
    assert (tmp_path / "a.js").read_text() == "small"
    assert rename(tmp_path, "A.js", "B.js") == "B.js"


@pytest.mark.parametrize("name", ["con.js", "a.", "NUL", "a:b.js", "pages/aux/aux"])
def test_names_that_another_system_refuses_are_not_made(tmp_path: Path, name: str) -> None:
    assert isinstance(create_file(tmp_path, "", name), Failed)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_does_not_move_into_itself(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert isinstance(rename(tmp_path, "a", "a/b"), Failed)
    assert rename(tmp_path, "a", "c") == "c"


def test_a_link_to_nothing_is_not_written_through(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.js").symlink_to(tmp_path / "outside.js")
    assert isinstance(create_file(root, "", "a.js"), Failed)
    assert not (tmp_path / "outside.js").exists()
