"""A save looks only at files of its own language, and comes to the same as a build from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.compiler.build import BuildResult, advise, build
from runtime.project.load import load_project
from tests.support.project_folder import codes, write_project

FILES = {
    "app.json": '{"pages": ["p", "q"]}',
    "app.js": "App({})",
    "app.wxss": '@import "base"; page { color: red }',
    "base.wxss": ".b { top: 0 }",
    "p.wxml": '<wxs module="w" src="w.wxs"/><include src="part.wxml"/><view data-k="{{k}}">{{w.a}}</view>',
    "p.js": "require('./lib'); Page({})",
    "p.wxss": ".p { left: 1px }",
    "part.wxml": "<text>{{d}}</text>",
    "lib.js": "wx.nothingLikeIt()",
    "w.wxs": "module.exports = { a: 1 }",
    "q.wxml": "<view/>",
    "q.js": "Page({})",
    "notes.md": "",
}


def saved(root: Path, files: dict[str, str], changed: list[str] | None = None) -> tuple[BuildResult, BuildResult]:
    """A build, and the one after these files were written."""
    before = build(load_project(write_project(root, FILES)))
    write_project(root, files)
    return before, build(before.project, before, changed if changed is not None else list(files))


@pytest.mark.parametrize(
    ("path", "text", "reused"),
    [
        ("base.wxss", ".b { top: 1rpx }", {"scripts", "templates"}),
        ("p.wxss", "", {"scripts", "templates"}),
        ("lib.js", "wx.other()", {"styles", "templates"}),
        ("w.wxs", "module.exports = { a: 2 }; x", {"styles", "scripts"}),
        ("part.wxml", "<text>{{e}}</text>", {"styles", "scripts"}),
        ("notes.md", "read me", {"styles", "scripts", "templates"}),
        ("p.json", '{"navigationBarTitleText": "P"}', set()),
        ("p.js", "require('./lib'); require('./new'); Page({})", {"styles", "templates"}),
    ],
)
def test_other_languages_stand_as_they_are(tmp_path: Path, path: str, text: str, reused: set[str]) -> None:
    before, after = saved(tmp_path, {path: text})
    parts = {"scripts", "styles", "templates"}
    assert {part for part in parts if getattr(after.parts, part) is getattr(before.parts, part)} == reused
    whole = build(load_project(tmp_path))
    assert {part: after.program[part] for part in ("app", "pages", "components")} == {
        part: whole.program[part] for part in ("app", "pages", "components")
    }
    for part in ("scripts", "templates", "wxs"):
        assert {name: one["code"] for name, one in after.program[part].items()} == {
            name: one["code"] for name, one in whole.program[part].items()
        }
    assert after.styles == whole.styles
    assert codes(advise(after).diagnostics) == codes(whole.diagnostics)


def test_a_file_that_comes_or_goes_matters_to_all(tmp_path: Path) -> None:
    before, after = saved(tmp_path, {"new.wxss": ""})
    assert after.parts.scripts is not before.parts.scripts
    (tmp_path / "w.wxs").unlink()
    gone = build(after.project, after, ["w.wxs"])
    assert "wxml/missing-file" in {finding.code for finding in gone.diagnostics}


def test_what_may_have_changed_is_looked_at(tmp_path: Path) -> None:
    before, after = saved(tmp_path, {"lib.js": "wx.other()"}, [])
    assert after.parts.scripts is before.parts.scripts
    root = load_project(tmp_path)
    for unknown in (None, ["."]):
        assert build(before.project, before, unknown).parts.scripts is not before.parts.scripts
    assert root.files.text("lib.js") == "wx.other()"


def test_a_style_that_selects_by_data_compiles_templates_again(tmp_path: Path) -> None:
    before, after = saved(tmp_path, {"p.wxss": "[data-k] { left: 1px }"})
    assert after.parts.scripts is before.parts.scripts
    assert after.program["templates"] == build(load_project(tmp_path)).program["templates"]
    assert after.program["templates"] != before.program["templates"]


def test_after_a_save_of_styles_the_advice_is_that_of_before_until_there_is_new(tmp_path: Path) -> None:
    before, after = saved(tmp_path, {"p.wxss": ".p { width: 10pxx; background: url(none.png) }"})
    assert after.program is before.program
    assert after.source_map is before.source_map
    assert (after.lint_units, after.advice) == (None, before.advice)
    assert before.advice
    again = build(after.project, after, ["base.wxss"])
    assert again.has_advice
    advised = advise(again)
    assert advised.lint_units is not None
    assert codes(advised.diagnostics) == codes(build(load_project(tmp_path)).diagnostics)
    assert [name for name in advised.lint_units.compiled if name.startswith("style:")] == ["style:p.wxss"]


def test_a_save_of_anything_else_is_advised_at_once(tmp_path: Path) -> None:
    _, after = saved(tmp_path, {"p.wxml": "<viw/>"})
    assert after.lint_units is not None
    assert codes(after.diagnostics) == codes(build(load_project(tmp_path)).diagnostics)
