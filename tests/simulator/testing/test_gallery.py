"""Pages with pictures of each component, in variants made from its properties."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.main import main
from simulator.testing.gallery import given_properties
from tests.support.project_folder import write_project
from tests.support.tested_project import FILES


def test_variants_are_made_from_types_and_defaults() -> None:
    declared = [
        ("title", "String", ""),
        ("theme", "String", "plain"),
        ("count", "Number", 0),
        ("max", "Number", 9),
        ("open", "Boolean", False),
        ("shown", "Boolean", True),
        ("list", "Array", None),
    ]
    filled = {"title": "title", "count": 3}
    assert given_properties(declared) == [filled, {**filled, "open": True}, {**filled, "shown": False}]
    assert given_properties([("list", "Array", None)]) == []


@pytest.mark.browser
def test_each_component_has_a_page(qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {
        "components/wrong/wrong.json": '{ "component": true }',
        "components/wrong/wrong.wxml": "<view>{{id}}</view>",
        "components/wrong/wrong.js": (
            "Component({ properties: { id: String, bad: Boolean },"
            " attached() { if (this.data.bad) throw new Error('<b>bad</b>') } })"
        ),
    }
    project, out = write_project(tmp_path / "tea", {**FILES, **wrong}), tmp_path / "gallery"
    assert main(["test", str(project), "--gallery", str(out)]) == 1
    assert {file.name for file in out.iterdir()} == {
        "index.html",
        "components-card-card.html",
        "components-wrong-wrong.html",
    }
    card = (out / "components-card-card.html").read_text("utf-8")
    assert card.count("data:image/jpeg;base64,") == 2
    assert "{&quot;title&quot;: &quot;title&quot;}" in card or '{"title": "title"}' in card
    bad = (out / "components-wrong-wrong.html").read_text("utf-8")
    assert "&lt;b&gt;bad&lt;/b&gt;" in bad
    assert "could not be mounted" not in bad
    said = capsys.readouterr().out
    assert "components/wrong/wrong: 3 pictures" in said
    assert "2 components" in said


def test_a_project_that_is_none_has_no_gallery(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["test", str(tmp_path / "none"), "--gallery", str(tmp_path / "out")]) == 4
    assert "is no folder" in capsys.readouterr().err
