"""Less and Sass in whole builds: places, rebuilds after an imported file changed, imports across languages."""

from __future__ import annotations

from pathlib import Path

from runtime.compiler.build import BuildResult, build
from runtime.project.load import load_project
from tests.support.project_folder import codes, write_project

FILES = {
    "app.json": '{"pages": ["pages/a", "pages/b"]}',
    "app.js": "App({})",
    "app.less": "@import './theme';\npage { color: @main }",
    "theme.less": "@main: red;",
    "pages/a.wxml": '<view class="x"><view class="y"/></view>',
    "pages/a.js": "Page({})",
    "pages/a.less": "@import '../theme';\n.x {\n  width: 2rpx;\n  .y { color: @main }\n}",
    "pages/b.wxml": "<view/>",
    "pages/b.js": "Page({})",
    "pages/b.wxss": '@import "../parts/c.wxss"; @import "a.less";',
    "parts/c.scss": ".c { .d { top: 1rpx } }",
}


def text_of(result: BuildResult, path: str) -> str:
    """The CSS with rpx and class prefixes written out."""
    parts = result.styles[path].parts
    return " ".join("".join("" if part is None else f"{part}" for part in parts).split())


def test_styles_of_all_languages(tmp_path: Path) -> None:
    result = build(load_project(write_project(tmp_path, FILES)))
    assert codes(result.diagnostics) == []
    assert result.program["components"]["pages/a"]["style"] == "pages/a.less"
    assert text_of(result, "app.less") == "body { color: red; }"
    assert text_of(result, "pages/a.less") == ".x { width: 2; } .x .y { color: red; }"
    assert text_of(result, "pages/b.wxss") == ".c .d { top: 1; } .x { width: 2; } .x .y { color: red; }"
    rules = [(rule.selector, rule.file, rule.line, rule.column) for rule in result.styles["pages/a.less"].rules]
    assert rules == [(".x", "pages/a.less", 2, 1), (".x .y", "pages/a.less", 4, 3)]


def test_a_changed_import_compiles_what_it_is_part_of(tmp_path: Path) -> None:
    root = write_project(tmp_path, FILES)
    first = build(load_project(root))
    (root / "theme.less").write_text("@main: blue;")
    second = build(first.project, first, ["theme.less"])
    assert sorted(second.compiled) == ["style:app.less", "style:pages/a.less"]
    assert sorted(second.changes(first).styles) == ["app.less", "pages/a.less", "pages/b.wxss"]
    (root / "parts/c.scss").write_text(".c { top: 2rpx }")
    third = build(second.project, second, ["parts/c.scss"])
    assert third.compiled == ("style:parts/c.scss",)


def test_findings_stand_in_the_source(tmp_path: Path) -> None:
    files = FILES | {"pages/a.less": ".x {\n  width: 2prx;\n  color: @none;\n}", "parts/c.scss": ".c { top: $none }"}
    found = build(load_project(write_project(tmp_path, files))).diagnostics
    assert {(one.code, one.span.file, one.span.line) for one in found} == {
        ("wxss/unknown-unit", "pages/a.less", 2),
        ("less/undefined-variable", "pages/a.less", 3),
        ("sass/error", "parts/c.scss", 1),
    }
