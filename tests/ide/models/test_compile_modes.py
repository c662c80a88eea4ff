"""Compile modes live where WeChat's own tool keeps them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ide.models.compile_modes import NORMAL, PRIVATE_FILE, SHARED_FILE, CompileMode, read_modes, write_modes

LIST = CompileMode("list", "pages/list/list", "id=1", 1011)


def test_modes_come_back_and_everything_else_in_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / PRIVATE_FILE
    path.write_text(json.dumps({"libVersion": "3.0.0", "condition": {"plugin": {"list": []}}}))
    assert write_modes(tmp_path, [LIST], LIST) is None
    assert read_modes(tmp_path) == (LIST,)
    config = json.loads(path.read_text())
    assert config["libVersion"] == "3.0.0"
    assert config["condition"]["plugin"] == {"list": []}
    assert config["condition"]["miniprogram"] == {
        "current": 0,
        "list": [{
            "name": "list", "pathName": "pages/list/list", "query": "id=1", "scene": 1011, "launchMode": "default",
        }],
    }  # fmt: skip


def test_modes_of_an_older_project_are_in_the_shared_file(tmp_path: Path) -> None:
    item = {"id": -1, "name": "old", "pathName": "pages/a/a", "query": "", "scene": None}
    (tmp_path / SHARED_FILE).write_text(json.dumps({"condition": {"miniprogram": {"current": -1, "list": [item]}}}))
    assert read_modes(tmp_path) == (CompileMode("old", "pages/a/a", "", 0),)


def test_a_broken_file_has_no_modes(tmp_path: Path) -> None:
    (tmp_path / PRIVATE_FILE).write_text("{")
    assert read_modes(tmp_path) == ()
    assert NORMAL.is_normal


def test_comments_and_order_of_the_file_stay(tmp_path: Path) -> None:
    path = tmp_path / PRIVATE_FILE
    path.write_text('{\n  // mine\n  "z": 1,\n  "condition": {"miniprogram": {"list": []}}, // modes\n  "a": [1,]\n}\n')
    assert write_modes(tmp_path, [LIST], LIST) is None
    assert read_modes(tmp_path) == (LIST,)
    text = path.read_text()
    assert text.startswith('{\n  // mine\n  "z": 1,\n  "condition": {"miniprogram": {\n')
    assert text.endswith('}}, // modes\n  "a": [1,]\n}\n')


def test_a_file_that_cannot_be_read_to_its_end_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / PRIVATE_FILE
    path.write_text('{"libVersion": "3.0.0", oops')
    refused = write_modes(tmp_path, [LIST], LIST)
    assert refused is not None
    assert (refused.reason, path.read_text()) == ("unwritable", '{"libVersion": "3.0.0", oops')


OTHER_SHAPES = ["[" * 5000, '{"condition": "x"}', '{"condition": {"miniprogram": {"list": 5}}}', "null"]


@pytest.mark.parametrize("text", OTHER_SHAPES)
def test_a_file_of_another_shape_is_written_anew(tmp_path: Path, text: str) -> None:
    (tmp_path / PRIVATE_FILE).write_text(text)
    assert read_modes(tmp_path) == ()
    assert write_modes(tmp_path, [LIST], LIST) is None
    assert read_modes(tmp_path) == (LIST,)


@pytest.mark.parametrize("target", ["../precious", PRIVATE_FILE])
def test_a_link_out_of_the_project_is_neither_read_nor_written(tmp_path: Path, target: str) -> None:
    root, precious = tmp_path / "project", tmp_path / "precious"
    root.mkdir()
    text = json.dumps({"condition": {"miniprogram": {"list": [{"name": "secret", "pathName": "p"}]}}})
    precious.write_text(text)
    (root / PRIVATE_FILE).symlink_to(target)
    assert read_modes(root) == ()
    refused = write_modes(root, [LIST], LIST)
    assert refused is not None
    assert (refused.reason, precious.read_text()) == ("unwritable", text)


def test_who_led_to_the_program_comes_back(tmp_path: Path) -> None:
    mode = CompileMode("from a shop", "pages/list/list", "", 1037, "wx123", '{"paid": true}')
    write_modes(tmp_path, [mode], mode)
    assert read_modes(tmp_path) == (mode,)
    (stored,) = json.loads((tmp_path / PRIVATE_FILE).read_text())["condition"]["miniprogram"]["list"]
    assert stored["referrerInfo"] == {"appId": "wx123", "extraData": {"paid": True}}
